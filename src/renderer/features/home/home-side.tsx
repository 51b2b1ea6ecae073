import type { HomeOverview } from '../../../contract/desk-work';
import { stageWords } from '../../../core/labels/labels';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { percentWords, shortDay } from '../../lib/format';
import { useNavigation } from '../../lib/navigation';

/** State, not work: rates with their fractions, the pipeline, the year's plan, data quality, the ledger. */
export function HomeSide({ overview }: { overview: HomeOverview }) {
  return (
    <aside className="page-side" aria-label="概况">
      <CoverageCards coverage={overview.coverage} />
      <Pipeline pipeline={overview.pipeline} />
      {overview.quota !== null && <Quota quota={overview.quota} />}
      <Quality quality={overview.quality} />
      <LedgerState ledger={overview.ledger} />
    </aside>
  );
}

function CoverageCards({ coverage }: { coverage: HomeOverview['coverage'] }) {
  const { go } = useNavigation();
  const [organization, work, site] = [
    'organizationCoverage',
    'workCoverage',
    'siteWorkCoverage',
  ].map((id) => coverage.indicators.find((indicator) => indicator.id === id));
  return (
    <Section
      title="两个覆盖"
      more={
        <button type="button" className="link" onClick={() => go({ page: 'coverage' })}>
          算法与名单
        </button>
      }
    >
      <div className="rates">
        {[organization, work].map(
          (indicator) =>
            indicator !== undefined && (
              <button
                type="button"
                key={indicator.id}
                className="rate"
                onClick={() => go({ page: 'coverage' })}
              >
                <span className="small">{indicator.name}</span>
                <b>{percentWords(indicator.percent)}</b>
                <meter aria-hidden="true" min={0} max={100} value={indicator.percent ?? 0} />
                <span className="small">
                  {indicator.numerator} / {indicator.denominator} 家
                </span>
              </button>
            ),
        )}
      </div>
      {site !== undefined && site.denominator > 0 && (
        <p className="side-line">
          {site.name}
          <span>
            {site.numerator} / {site.denominator}　{percentWords(site.percent)}
          </span>
        </p>
      )}
      <button
        type="button"
        className="side-line"
        onClick={() => go({ page: 'gaps', rule: 'ORG-3' })}
      >
        <StatusMark kind="over">应建未建</StatusMark>
        <span>{coverage.shouldBuild} 家</span>
      </button>
      <button
        type="button"
        className="side-line"
        onClick={() => go({ page: 'gaps', rule: 'BLANK' })}
      >
        <StatusMark kind="over">工作覆盖空白</StatusMark>
        <span>{coverage.blank} 家</span>
      </button>
    </Section>
  );
}

function Pipeline({ pipeline }: { pipeline: HomeOverview['pipeline'] }) {
  const { go } = useNavigation();
  const total = pipeline.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...pipeline.map(({ count }) => count));
  return (
    <Section title={`在册 ${total} 人`} remark="深色：在本阶段超过一年">
      {pipeline.map(({ stage, count, overOneYear }) => (
        <button
          type="button"
          key={stage}
          className="pipeline-row"
          onClick={() => go({ page: 'people', filter: { stages: [stage] } })}
        >
          <span>{stageWords[stage]}</span>
          <span className="pipeline-bar" aria-hidden="true">
            <i style={{ width: `${(count / most) * 100}%` }} />
            <b style={{ width: `${(overOneYear / most) * 100}%` }} />
          </span>
          <span className="num">{count}</span>
          <span className="num muted">{overOneYear} 人</span>
        </button>
      ))}
    </Section>
  );
}

function Quota({ quota }: { quota: NonNullable<HomeOverview['quota']> }) {
  const { go } = useNavigation();
  const left = Math.max(0, quota.planned - quota.admitted - quota.inProgress);
  const share = (count: number) => `${quota.planned === 0 ? 0 : (count / quota.planned) * 100}%`;
  return (
    <Section
      title={`${quota.year}年发展计划`}
      more={
        <button type="button" className="link" onClick={() => go({ page: 'quotas' })}>
          计划 {quota.planned} 名
        </button>
      }
    >
      <div className="quota-bar" aria-hidden="true">
        <i style={{ width: share(quota.admitted) }} />
        <em style={{ width: share(quota.inProgress) }} />
      </div>
      <p className="side-line small">
        <span>已接收 {quota.admitted}</span>
        <span>在办 {quota.inProgress}</span>
        <span>未用 {left}</span>
      </p>
    </Section>
  );
}

function Quality({ quality }: { quality: HomeOverview['quality'] }) {
  const total = quality.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title="数据质量" more={`待补 ${total} 项`}>
      {quality.map(({ label, count, unit }) => (
        <p key={label} className="side-line">
          {label}
          <span>
            {count} {unit}
          </span>
        </p>
      ))}
    </Section>
  );
}

function LedgerState({ ledger }: { ledger: HomeOverview['ledger'] }) {
  return (
    <Section title="账本">
      <p className="side-line">
        {ledger.isReadOnly ? (
          <StatusMark kind="over">只读</StatusMark>
        ) : (
          <StatusMark kind="done">已加密保存</StatusMark>
        )}
        <span>第 {ledger.changes} 条操作</span>
      </p>
      <p className="side-line">
        <StatusMark
          kind={ledger.check === null ? 'unknown' : ledger.check.isGood ? 'done' : 'over'}
        >
          {ledger.check === null
            ? '尚未做恢复演练'
            : ledger.check.isGood
              ? '备份校验和恢复演练通过'
              : '备份校验没有通过'}
        </StatusMark>
        <span>{ledger.check === null ? '' : shortDay(ledger.check.on)}</span>
      </p>
    </Section>
  );
}
