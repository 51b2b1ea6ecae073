import type { ReportId } from '../../../contract/desk-work';
import { useNavigation } from '../../lib/navigation';

const prints: readonly { readonly report: ReportId; readonly words: string }[] = [
  { report: 'dossierRecord', words: '全程纪实表' },
  { report: 'talkRecord', words: '谈话登记表' },
  { report: 'trainingRecord', words: '培养教育考察登记表' },
  { report: 'noticeRecord', words: '公示情况登记表' },
];

/** The forms of one person, filled in with what is on record. */
export function PersonPrints({ id }: { readonly id: string }) {
  const { go } = useNavigation();
  return (
    <select
      className="input"
      aria-label="打印本人表格"
      value=""
      onChange={(event) => {
        const chosen = prints.find(({ report }) => report === event.target.value);
        if (chosen !== undefined) go({ page: 'reports', report: chosen.report, personId: id });
      }}
    >
      <option value="">打印表格</option>
      {prints.map(({ report, words }) => (
        <option key={report} value={report}>
          {words}
        </option>
      ))}
    </select>
  );
}
