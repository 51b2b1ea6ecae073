import type { ReportTable } from '../../../contract/desk-work';
import { StatusMark, type StatusKind } from '../../components/status-mark';

const tones: Readonly<Record<ReportTable['checks'][number]['state'], StatusKind>> = {
  met: 'done',
  warns: 'soon',
  blocks: 'over',
  info: 'info',
};
const words: Readonly<Record<ReportTable['checks'][number]['state'], string>> = {
  met: '相符',
  warns: '提醒',
  blocks: '不符',
  info: '提示',
};

/** Characters that fit beside the label; longer ones stand below it. */
const oneLine = 20;

/** 付印之前: what was checked stands beside the button, not after it. */
export function ReportChecks({
  checks,
  pages,
}: {
  readonly checks: ReportTable['checks'];
  readonly pages: number;
}) {
  return (
    <section className="report-checks" aria-label="付印之前">
      <h2>付印之前</h2>
      <ul>
        {checks.map((check) => (
          <li
            key={`${check.label} ${check.detail}`}
            className={`is-${tones[check.state]}${check.detail.length > oneLine ? ' is-long' : ''}`}
          >
            <StatusMark kind={tones[check.state]} />
            <span className="report-check-label">
              {check.label}
              <span className="visually-hidden">：{words[check.state]}</span>
            </span>
            <span className="report-check-detail">{check.detail}</span>
          </li>
        ))}
        <li className="is-done">
          <StatusMark kind="done" />
          <span className="report-check-label">表头每页重复</span>
          <span className="report-check-detail">{pages} 页</span>
        </li>
      </ul>
    </section>
  );
}
