import { useState, type ReactNode } from 'react';
import type { OrganizationView } from '../../../contract/coverage';
import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { Organization } from '../../../core/records/organization';
import { FactsTab } from './facts-tab';
import { OrganizationOverview } from './organization-overview';
import { SplitDialog } from './split-dialog';
import { StateMark } from './state-mark';
import './organizations.css';

const tabs = { overview: '覆盖与缺口', facts: '事实', history: '变更记录' } as const;
type Tab = keyof typeof tabs;

function summary({ record, areaName, carrierName }: OrganizationView): string {
  const kind = organizationKindWords[record.kind];
  const status = organizationStatusWords[record.status];
  return [kind, areaName, carrierName, status].filter((words) => words !== '').join(' • ');
}

function Tabs({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  return (
    <div className="tabs" role="tablist" aria-label="单位内容">
      {(Object.keys(tabs) as Tab[]).map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === tab}
          aria-controls="organization-panel"
          onClick={() => onTab(each)}
        >
          {tabs[each]}
        </button>
      ))}
    </div>
  );
}

function RegisterActs({ record }: { readonly record: Organization }) {
  const { go } = useNavigation();
  const [isSplitting, setSplitting] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => go({ page: 'merge', subject: 'organization', id: record.id })}
      >
        合并重复
      </button>
      <button type="button" className="button" onClick={() => setSplitting(true)}>
        拆分
      </button>
      {isSplitting && (
        <SplitDialog
          record={record}
          onDone={(id) => go({ page: 'organization', id })}
          onClose={() => setSplitting(false)}
        />
      )}
    </>
  );
}

/** A record in 历史库 says so, and where it went. */
function Retired({ record }: { readonly record: Organization }) {
  const { go } = useNavigation();
  const { retired } = record;
  if (retired === undefined) return null;
  const { on, reason, intoId } = retired;
  return (
    <InfoBanner>
      {on} 移入历史库：{reason}。{' '}
      {intoId !== undefined && (
        <button
          type="button"
          className="link"
          onClick={() => go({ page: 'organization', id: intoId })}
        >
          打开合并后的单位
        </button>
      )}
    </InfoBanner>
  );
}

export type OrganizationPageProps = { readonly id: string; readonly history: ReactNode };

/** Is this unit covered, by what, and what is missing? */
export function OrganizationPage({ id, history }: OrganizationPageProps) {
  const { back } = useNavigation();
  const [tab, setTab] = useState<Tab>('overview');
  const { data, failure } = useVaultQuery('organizations.get', { id });
  if (data === undefined) {
    return (
      <div className="page-scroll">
        {failure === undefined && <Loading words="正在读取单位" />}
        <FailureBanner failure={failure} />
      </div>
    );
  }
  return (
    <div className="page-scroll organization-page">
      <PageHead title={data.record.name} sentence={summary(data)}>
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        {data.record.retired === undefined && <RegisterActs record={data.record} />}
      </PageHead>
      <Retired record={data.record} />
      <p className="organization-state">
        <StateMark state={data.state}>{data.stateWords}</StateMark>
        {data.gaps.length > 0 && <span>缺口 {data.gaps.length} 项</span>}
      </p>
      <Tabs tab={tab} onTab={setTab} />
      <div
        className="tab-panel"
        role="tabpanel"
        id="organization-panel"
        aria-labelledby={`tab-${tab}`}
      >
        {tab === 'overview' && <OrganizationOverview view={data} />}
        {tab === 'facts' && <FactsTab record={data.record} />}
        {tab === 'history' && history}
      </div>
    </div>
  );
}
