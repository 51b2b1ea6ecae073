import { useState, type ReactNode } from 'react';
import type { OrganizationView } from '../../../contract/coverage';
import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { RetiredBanner } from '../../components/retired-banner';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
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

function RegisterActs({ view }: { readonly view: OrganizationView }) {
  const { record } = view;
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
          view={view}
          onDone={(id) => go({ page: 'organization', id })}
          onClose={() => setSplitting(false)}
        />
      )}
    </>
  );
}

export type OrganizationPageProps = { readonly id: string; readonly history: ReactNode };

/** Is this unit covered, by what, and what is missing? */
export function OrganizationPage({ id, history }: OrganizationPageProps) {
  const { back, go } = useNavigation();
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
        {data.record.retired === undefined && <RegisterActs view={data} />}
      </PageHead>
      <RetiredBanner
        retired={data.record.retired}
        keptWords="合并后的单位"
        onOpen={(kept) => go({ page: 'organization', id: kept })}
      />
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
