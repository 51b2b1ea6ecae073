import { useState, type ReactNode } from 'react';
import type { PersonView } from '../../../contract/people';
import { genderWords } from '../../../core/labels/labels';
import { FailureBanner, Loading } from '../../components/notices';
import { RetiredBanner } from '../../components/retired-banner';
import { StageMark } from '../../components/stage-mark';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { CompanionsTab } from './companions-tab';
import { FactsForm } from './facts-form';
import { ProgressWords } from '../../components/progress-words';
import { Findings } from './findings';
import { MaskedValue } from './masked-value';
import { PapersTab } from './papers-tab';
import { PathSection } from './path-section';
import { PersonDialogs, type PersonDialog } from './person-dialogs';
import { PersonPrints } from './person-prints';
import { PlanTab } from './plan-tab';
import { Timeline } from './timeline';
import { WhyPanel } from './why-panel';
import './people.css';
import './people-views.css';

const tabs = [
  { id: 'timeline', words: '时间线' },
  { id: 'facts', words: '事实登记' },
  { id: 'companions', words: '联系人和介绍人' },
  { id: 'papers', words: '材料' },
  { id: 'plan', words: '推算' },
  { id: 'audit', words: '核查' },
  { id: 'history', words: '变更历史' },
] as const;
type Tab = (typeof tabs)[number]['id'];
/** Tables that need the whole width; the why of a date belongs to the timeline. */
const wideTabs: ReadonlySet<Tab> = new Set(['companions', 'papers', 'plan']);

/** Where does this person stand, and why this date? */
export function PersonPage({ id, history }: { id: string; history: ReactNode }) {
  const { back, canGoBack, go } = useNavigation();
  const [tab, setTab] = usePageState<Tab>(`person/${id}/tab`, 'timeline');
  const [rule, setRule] = useState<string>();
  const [dialog, setDialog] = useState<PersonDialog>();
  const { data: own, failure } = useVaultQuery('people.get', { id });
  const { data: shared } = useVaultQuery('people.sharedFindings', { id, waits: tab === 'audit' });
  if (own === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  const data = { ...own, findings: [...own.findings, ...(shared?.findings ?? [])] };
  const explained = rule ?? data.next?.rule ?? data.deadlines[0]?.rule;
  return (
    <div className={wideTabs.has(tab) ? 'people-page' : 'page-with-side'}>
      <div className={wideTabs.has(tab) ? 'page-main page-scroll' : 'page-main'}>
        <header className="page-head">
          {canGoBack && (
            <button type="button" className="link is-plain" onClick={back} aria-label="返回">
              ‹
            </button>
          )}
          <h1>{data.record.name}</h1>
          <StageMark stage={data.stage} words={data.stageWords} />
          <div className="acts">
            <PersonPrints id={id} />
            {data.record.retired === undefined && <Acts view={data} onDialog={setDialog} />}
          </div>
        </header>
        <RetiredBanner
          retired={data.record.retired}
          keptWords="合并后的人员"
          onOpen={(kept) => go({ page: 'person', id: kept })}
        />
        <Identity view={data} />
        <div className="tabs" role="tablist" aria-label="档案内容">
          {tabs.map(({ id: each, words }) => (
            <button
              type="button"
              role="tab"
              key={each}
              aria-selected={each === tab}
              onClick={() => setTab(each)}
            >
              {words}
              {each === 'audit' ? auditCount(data) : ''}
            </button>
          ))}
        </div>
        <TabPanel
          tab={tab}
          view={data}
          isCompared={shared?.isKnown === true}
          explained={explained}
          history={history}
          onExplain={setRule}
          onComplete={(index) => setDialog({ kind: 'act', index })}
        />
      </div>
      {!wideTabs.has(tab) && <Why id={id} rule={explained} />}
      <PersonDialogs
        view={data}
        dialog={dialog}
        onClose={() => setDialog(undefined)}
        onFacts={() => {
          setDialog(undefined);
          setTab('facts');
        }}
      />
    </div>
  );
}

type ActsProps = {
  readonly view: PersonView;
  readonly onDialog: (dialog: PersonDialog) => void;
};

/** What may be done now; a record in 历史库 is only read. */
function Acts({ view: { id, nextStep }, onDialog }: ActsProps) {
  const { go } = useNavigation();
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => go({ page: 'merge', subject: 'person', id })}
      >
        合并重复
      </button>
      <button type="button" className="button" onClick={() => onDialog({ kind: 'act' })}>
        登记变动
      </button>
      {nextStep !== null && (
        <button
          type="button"
          className="button is-primary"
          onClick={() => onDialog({ kind: 'step' })}
        >
          办理第 {nextStep.step} 步
        </button>
      )}
    </>
  );
}

type PanelProps = {
  readonly tab: Tab;
  readonly view: PersonView;
  /** With the other dossiers of the roster. */
  readonly isCompared: boolean;
  readonly explained: string | undefined;
  readonly history: ReactNode;
  readonly onExplain: (rule: string) => void;
  readonly onComplete: (index: number) => void;
};

function TabPanel({ tab, view, isCompared, explained, history, ...on }: PanelProps) {
  switch (tab) {
    case 'timeline':
      return (
        <>
          <Timeline view={view} selected={explained} onExplain={on.onExplain} />
          <PathSection id={view.id} onComplete={on.onComplete} />
          <Findings personId={view.id} findings={view.findings} isShort />
        </>
      );
    case 'facts':
      return <FactsForm key={view.id} view={view} />;
    case 'companions':
      return <CompanionsTab key={view.id} view={view} />;
    case 'papers':
      return <PapersTab view={view} />;
    case 'plan':
      return <PlanTab view={view} />;
    case 'audit':
      return (
        <>
          <Findings personId={view.id} findings={view.findings} />
          {!isCompared && <ProgressWords words="正在与其他档案比对" />}
        </>
      );
    case 'history':
      return history;
  }
}

function auditCount({ findings }: PersonView): string {
  const bad = findings.filter(({ verdict }) => verdict === 'unreasonable').length;
  const doubtful = findings.filter(({ verdict }) => verdict === 'verify').length;
  if (bad > 0) return ` ${bad} 项不合理`;
  return doubtful > 0 ? ` ${doubtful} 项需核实` : '';
}

function Identity({ view }: { view: PersonView }) {
  const { record } = view;
  const parts = [
    record.gender === undefined ? '' : genderWords[record.gender],
    record.birthOn === undefined ? '' : `${record.birthOn.slice(0, 4)}年生`,
    record.position ?? '',
    [view.areaName, view.branchName].filter(Boolean).join(' • '),
  ].filter((part) => part !== '');
  return (
    <p className="identity">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <MaskedValue id={record.id} field="idNumber" masked={record.idNumber} />
    </p>
  );
}

function Why({ id, rule }: { readonly id: string; readonly rule: string | undefined }) {
  return rule === undefined ? <NoDeadline /> : <WhyPanel id={id} rule={rule} />;
}

function NoDeadline() {
  return (
    <aside className="page-side">
      <h2>为什么是这一天</h2>
      <p className="muted">登记了申请、谈话等日期以后，这里逐条说明每个期限怎样推算。</p>
    </aside>
  );
}
