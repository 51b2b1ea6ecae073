import { useState, type ReactNode } from 'react';
import type { PartyOrganizationView } from '../../../contract/coverage';
import {
  partyOrganizationFormWords,
  partyOrganizationLevelWords,
} from '../../../core/labels/labels';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { PartyForm } from './party-form';
import { ReorganizeDialog } from './reorganize-dialog';
import { PartyOverview } from './party-overview';
import './party-organizations.css';

const tabs = { overview: '覆盖与班子', facts: '事实', history: '变更记录' } as const;
type Tab = keyof typeof tabs;

function summary({ record, parentName, areaName, members }: PartyOrganizationView): string {
  const words = [
    partyOrganizationLevelWords[record.level],
    partyOrganizationFormWords[record.form],
    parentName && `上级 ${parentName}`,
    areaName,
    members === null ? '党员数不详' : `党员 ${members} 名`,
  ];
  return words.filter((word) => word !== '').join(' • ');
}

export type PartyOrganizationPageProps = { readonly id: string; readonly history: ReactNode };

export function PartyOrganizationPage({ id, history }: PartyOrganizationPageProps) {
  const { back, go } = useNavigation();
  const [isReorganizing, setReorganizing] = useState(false);
  const [tab, setTab] = useState<Tab>('overview');
  const [savedWords, setSavedWords] = useState<string>();
  const { data, failure } = useVaultQuery('partyOrganizations.get', { id });
  if (data === undefined) {
    return (
      <div className="page-scroll">
        {failure === undefined && <Loading words="正在读取党组织" />}
        <FailureBanner failure={failure} />
      </div>
    );
  }
  return (
    <div className="page-scroll">
      <PageHead title={data.record.name} sentence={summary(data)}>
        {data.record.dissolvedOn === undefined && (
          <button type="button" className="button" onClick={() => setReorganizing(true)}>
            撤销、改建、拆分
          </button>
        )}
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <div className="tabs" role="tablist" aria-label="党组织内容">
        {(Object.keys(tabs) as Tab[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="party-panel"
            onClick={() => setTab(each)}
          >
            {tabs[each]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="party-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'overview' && <PartyOverview view={data} />}
        {tab === 'facts' && (
          <PartyForm
            key={JSON.stringify(data.record)}
            record={data.record}
            savedWords={savedWords}
            onSaved={() => setSavedWords('已保存')}
          />
        )}
        {tab === 'history' && history}
      </div>
      {isReorganizing && (
        <ReorganizeDialog
          view={data}
          onClose={() => setReorganizing(false)}
          onDone={([first]) => {
            setReorganizing(false);
            if (first !== undefined) go({ page: 'partyOrganization', id: first });
          }}
        />
      )}
    </div>
  );
}
