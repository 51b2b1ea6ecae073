import type { OrganizationFilter } from '../../../contract/coverage';
import type { GroupRow, NewGroupsOverview } from '../../../contract/new-groups';
import { workerGroupWords } from '../../../core/labels/labels';
import { CitationTag } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../lib/format';
import { useNavigation, type NewGroupsTab } from '../../lib/navigation';
import { CoverBar } from './cover-bar';

type Props = {
  readonly overview: NewGroupsOverview;
  readonly onTab: (tab: NewGroupsTab) => void;
};

function paceWords({ missing, perMonth }: GroupRow): string {
  if (perMonth === null) return '已全部覆盖';
  const pace = perMonth >= 1 ? `每月 ${perMonth} 个` : `每 ${Math.floor(1 / perMonth)} 个月 1 个`;
  return `还差 ${missing} 个，${pace}`;
}

/** A figure that opens the units behind it. */
function Figure({
  count,
  filter,
}: {
  readonly count: number;
  readonly filter: OrganizationFilter;
}) {
  const { go } = useNavigation();
  return (
    <button type="button" className="link" onClick={() => go({ page: 'organizations', filter })}>
      {count}
    </button>
  );
}

function GroupLine({ row }: { readonly row: GroupRow }) {
  const ofGroup: OrganizationFilter = { column: 'site', kinds: row.kinds };
  const listOf = (id: string, part: 'numerator' | 'denominator' | 'missing') => ({
    ...ofGroup,
    indicator: { id, part },
  });
  const name = row.group === null ? '合计' : workerGroupWords[row.group];
  return (
    <tr className={row.group === null ? 'is-total' : ''}>
      <th scope="row">{name}</th>
      <td className="num">
        <Figure count={row.sites} filter={listOf('siteWorkCoverage', 'denominator')} />
      </td>
      <td className="num">
        <Figure count={row.built} filter={listOf('siteCoverage', 'numerator')} />
      </td>
      <td className="num">
        <Figure count={row.covered} filter={listOf('siteWorkCoverage', 'numerator')} />
      </td>
      <td>
        <CoverBar covered={row.covered} total={row.sites} label={name} />
      </td>
      <td>
        {row.missing === 0 ? (
          <StatusMark kind="done">{paceWords(row)}</StatusMark>
        ) : (
          <MissingSites row={row} filter={listOf('siteWorkCoverage', 'missing')} />
        )}
      </td>
      <td className="num">{row.groupHeads}</td>
      <td className="num">{row.listed}</td>
      <td className="num">{row.members}</td>
    </tr>
  );
}

function MissingSites({
  row,
  filter,
}: {
  readonly row: GroupRow;
  readonly filter: OrganizationFilter;
}) {
  const { go } = useNavigation();
  return (
    <button type="button" className="link" onClick={() => go({ page: 'organizations', filter })}>
      <StatusMark kind="over">{paceWords(row)}</StatusMark>
    </button>
  );
}

/** Group by group: who is there, who is reached, what is left until the end of 2027. */
export function GoalTab({ overview, onTab }: Props) {
  const { goal, groups, total, people } = overview;
  const unsurveyed = total.sites - total.surveyed;
  return (
    <>
      <Section
        title="哪个群体还没有全面覆盖？"
        remark={`到 ${longDate(goal.dueOn)} 全面覆盖，还有 ${goal.daysLeft} 天`}
        more={<CitationTag citation={goal.citation} />}
      >
        <table className="plain-table group-table" aria-label="各群体的覆盖和人数">
          <thead>
            <tr>
              <th scope="col">群体</th>
              <th scope="col" className="num">
                站点
              </th>
              <th scope="col" className="num">
                已建组织
              </th>
              <th scope="col" className="num">
                已覆盖
              </th>
              <th scope="col">进度</th>
              <th scope="col">需要的速度</th>
              <th scope="col" className="num">
                摸排人数
              </th>
              <th scope="col" className="num">
                逐人登记
              </th>
              <th scope="col" className="num">
                党员
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((row) => (
              <GroupLine key={row.group} row={row} />
            ))}
            <GroupLine row={total} />
          </tbody>
        </table>
        <p className="small muted group-note">
          已覆盖＝已建党组织的站点＋未建但有党的工作的站点（口径见设置）。摸排人数按站点登记的各群体人数，
          {unsurveyed === 0 ? '各站点都已登记' : `${unsurveyed} 个站点人数不详，没有计入`}
          ；党员按组织关系在站点的人数。
        </p>
      </Section>
      <Section
        title="人有没有重复计算？"
        remark={`逐人登记 ${people.people} 人，每人只在一处归口`}
        more={
          <button type="button" className="link" onClick={() => onTab('people')}>
            逐人查看
          </button>
        }
      >
        <p className="people-sum">
          {people.people} 人 ＝ 站点归口 {people.atSites} ＋ 区域归口 {people.inAreas} ＋ 未定归口{' '}
          {people.unplaced}
        </p>
        <ul className="people-doubts">
          <li>
            {people.rivals === 0 ? (
              <StatusMark kind="done">没有两处同时归口的人</StatusMark>
            ) : (
              <StatusMark kind="soon">{people.rivals} 人两处同时归口，按后起的一处计</StatusMark>
            )}
          </li>
          <li>
            {people.floatingDue === 0 ? (
              <StatusMark kind="done">没有外出满 6 个月未登记的党员</StatusMark>
            ) : (
              <StatusMark kind="soon">
                {people.floatingDue} 名党员外出满 6 个月，没有登记为流动党员
              </StatusMark>
            )}
          </li>
          <li>
            <StatusMark kind="info">
              流动党员 {people.floating} 名，有组织关系转接记录 {people.transfers} 人
            </StatusMark>
          </li>
        </ul>
      </Section>
    </>
  );
}
