import type { OrganizationView } from '../../../contract/coverage';
import { GapList } from '../../components/gap-list';
import { Section } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { HeadOffice } from './head-office';
import { UnitRequests } from './unit-requests';

function CoveredBy({ view }: { readonly view: OrganizationView }) {
  const { go } = useNavigation();
  if (view.coveredBy.length === 0) return <p className="muted">没有党组织覆盖本单位。</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">党组织</th>
          <th scope="col">组建方式</th>
          <th scope="col">起自</th>
        </tr>
      </thead>
      <tbody>
        {view.coveredBy.map((each) => (
          <tr key={each.id}>
            <td>
              <button
                type="button"
                className="link"
                onClick={() => go({ page: 'partyOrganization', id: each.id })}
              >
                {each.name}
              </button>
            </td>
            <td>{each.form}</td>
            <td>{each.from || '不详'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Instructors({ view }: { readonly view: OrganizationView }) {
  if (view.instructors.length === 0) return <p className="muted">没有派驻指导员或联络员。</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">联系电话</th>
          <th scope="col">起自</th>
          <th scope="col" className="num">
            走访
          </th>
          <th scope="col">最近走访</th>
        </tr>
      </thead>
      <tbody>
        {view.instructors.map((each) => (
          <tr key={each.id}>
            <td>{each.name}</td>
            <td>{each.phone || '不详'}</td>
            <td>{each.from || '不详'}</td>
            <td className="num">{each.visits} 次</td>
            <td>{each.lastVisitOn || '没有记录'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function People({ view }: { readonly view: OrganizationView }) {
  const { go } = useNavigation();
  if (view.people.length === 0) return <p className="muted">没有归口在本单位的人员。</p>;
  return (
    <table className="plain-table">
      <tbody>
        {view.people.map((person) => (
          <tr key={person.id}>
            <td>
              <button
                type="button"
                className="link"
                onClick={() => go({ page: 'person', id: person.id })}
              >
                {person.name}
              </button>
            </td>
            <td>{person.stageWords}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function OrganizationOverview({ view }: { readonly view: OrganizationView }) {
  return (
    <>
      <Section title="缺口" remark={`${view.gaps.length} 项`}>
        <GapList gaps={view.gaps} />
      </Section>
      <Section title="覆盖本单位的党组织">
        <CoveredBy view={view} />
      </Section>
      <Section title="党建指导员（联络员）">
        <Instructors view={view} />
      </Section>
      <HeadOffice view={view} />
      <UnitRequests organizationId={view.record.id} />
      <Section title="人员" remark={`${view.people.length} 人`}>
        <People view={view} />
      </Section>
    </>
  );
}
