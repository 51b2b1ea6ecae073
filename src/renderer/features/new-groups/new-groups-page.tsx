import type { ReactNode } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation, usePageState, type NewGroupsTab } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { GoalTab } from './goal-tab';
import { PeopleTab } from './people-tab';
import { PlatformsTab } from './platforms-tab';
import { RequestsTab } from './requests-tab';
import { StationsTab } from './stations-tab';
import './new-groups.css';

const tabs: Readonly<Record<NewGroupsTab, string>> = {
  goal: '情况与目标',
  platforms: '平台与站点',
  people: '人员归口',
  stations: '驿站',
  requests: '诉求',
};

function Tabs({ tab, onTab }: { tab: NewGroupsTab; onTab: (tab: NewGroupsTab) => void }) {
  return (
    <div className="tabs" role="tablist" aria-label="新就业群体">
      {(Object.keys(tabs) as NewGroupsTab[]).map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`new-groups-${each}`}
          aria-selected={each === tab}
          aria-controls="new-groups-panel"
          onClick={() => onTab(each)}
        >
          {tabs[each]}
        </button>
      ))}
    </div>
  );
}

/** The one act of each part of the page. */
function PrimaryAct({ tab }: { readonly tab: NewGroupsTab }) {
  const { go } = useNavigation();
  switch (tab) {
    case 'stations':
      return (
        <>
          <button
            type="button"
            className="button"
            onClick={() => go({ page: 'reports', report: 'stationLedger' })}
          >
            打印驿站台账
          </button>
          <button
            type="button"
            className="button is-primary"
            onClick={() => go({ page: 'newStation' })}
          >
            登记驿站
          </button>
        </>
      );
    case 'requests':
      return (
        <>
          <button
            type="button"
            className="button"
            onClick={() => go({ page: 'reports', report: 'requestLedger' })}
          >
            打印诉求台账
          </button>
          <button
            type="button"
            className="button is-primary"
            onClick={() => go({ page: 'newRequest' })}
          >
            登记诉求
          </button>
        </>
      );
    default:
      return (
        <button
          type="button"
          className="button is-primary"
          onClick={() => go({ page: 'reports', report: 'newGroups' })}
        >
          打印情况表
        </button>
      );
  }
}

/** Is every site reached, and how fast must the rest be before the end of 2027? */
export function NewGroupsPage({ tab: given }: { readonly tab?: NewGroupsTab }) {
  const [tab, setTab] = usePageState<NewGroupsTab>('newGroups.tab', given ?? 'goal');
  const { data, failure } = useVaultQuery('newGroups.overview', {});
  const sentence =
    data === undefined ? undefined : (
      <>
        {data.total.sites} 个站点，还有 <b>{data.total.missing}</b> 个没有覆盖，离 2027 年底{' '}
        <b>{data.goal.daysLeft}</b> 天
      </>
    );
  const isGrid = tab !== 'goal' && tab !== 'platforms';
  return (
    <div className={isGrid ? 'page-main is-column new-groups-page' : 'page-scroll new-groups-page'}>
      <PageHead title="新就业群体" sentence={sentence}>
        <PrimaryAct tab={tab} />
      </PageHead>
      <Tabs tab={tab} onTab={setTab} />
      <div
        className={isGrid ? 'tab-panel is-column' : 'tab-panel'}
        role="tabpanel"
        id="new-groups-panel"
        aria-labelledby={`new-groups-${tab}`}
      >
        <FailureBanner failure={failure} />
        {data === undefined && failure === undefined && <Loading words="正在汇总站点和人员" />}
        {data !== undefined && panels[tab]({ overview: data, onTab: setTab })}
      </div>
    </div>
  );
}

type PanelProps = Parameters<typeof GoalTab>[0];

const panels: Readonly<Record<NewGroupsTab, (props: PanelProps) => ReactNode>> = {
  goal: (props) => <GoalTab {...props} />,
  platforms: ({ overview }) => <PlatformsTab platforms={overview.platforms} />,
  people: ({ overview }) => <PeopleTab counts={overview.people} />,
  stations: () => <StationsTab />,
  requests: () => <RequestsTab />,
};
