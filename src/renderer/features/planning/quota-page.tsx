import { useState } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { MonthBars } from './month-bars';
import { isBadCount, readEntries, rowKey, type QuotaDraft } from './quota-draft';
import { QuotaTable } from './quota-table';
import './planning.css';

/** How much of the year's plan is used, where, and by whom? */
export function QuotaPage() {
  const today = useVaultQuery('session.status', {}).data?.today;
  const [chosen, setChosen] = useState<number>();
  if (today === undefined) return null;
  const year = chosen ?? Number(today.slice(0, 'YYYY'.length));
  return <QuotaOfYear key={year} year={year} onYear={setChosen} />;
}

type Props = { readonly year: number; readonly onYear: (year: number) => void };

function QuotaOfYear({ year, onYear }: Props) {
  const { go } = useNavigation();
  const { data, failure } = useVaultQuery('quota.overview', { year });
  const [draft, setDraft] = useState<QuotaDraft>({});
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure: notSaved, run } = useAct();
  const isBroken = Object.values(draft).some(isBadCount);
  const entries = data === undefined ? [] : readEntries(data.rows, draft);

  async function save(): Promise<void> {
    if (isBroken || entries.length === 0) return;
    const saved = await run(() => askVault('quota.save', { year, entries }));
    if (saved === undefined) return;
    setDraft({});
    setSaved(true);
  }

  return (
    <div className="page-scroll">
      <PageHead title={`${year}年发展计划`}>
        <button type="button" className="button" onClick={() => onYear(year - 1)}>
          上一年
        </button>
        <button type="button" className="button" onClick={() => onYear(year + 1)}>
          下一年
        </button>
        <button type="button" className="button" onClick={() => go({ page: 'people' })}>
          回到发展党员
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || isBroken || entries.length === 0}
          onClick={() => void save()}
        >
          {isBusy ? '正在保存…' : '保存计划'}
        </button>
      </PageHead>
      <FailureBanner failure={failure ?? notSaved} />
      {isSaved && entries.length === 0 && <StatusMark kind="done">已保存</StatusMark>}
      {data === undefined ? (
        failure === undefined && <Loading words="正在汇总计划" />
      ) : (
        <>
          <MonthBars months={data.months} total={data.total} year={year} />
          <QuotaTable
            overview={data}
            draft={draft}
            onChange={(row, text) => {
              setSaved(false);
              setDraft({ ...draft, [rowKey(row)]: text });
            }}
          />
        </>
      )}
    </div>
  );
}
