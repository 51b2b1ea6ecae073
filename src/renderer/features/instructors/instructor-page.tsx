import type { ReactNode } from 'react';
import type { InstructorView } from '../../../contract/field-work';
import { GapList } from '../../components/gap-list';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { Assignments } from './assignments';
import { InstructorForm } from './instructor-form';
import { instructorKindWords } from './instructor-words';
import { Visits } from './visits';
import './instructors.css';

type Props = { readonly id: string; readonly history: ReactNode };

function FairLoad({ view }: { readonly view: InstructorView }) {
  const current = view.units.filter(({ isCurrent }) => isCurrent);
  const load = new Set(current.map(({ organizationId }) => organizationId)).size;
  return (
    <p>
      <StatusMark kind="done">
        联系 {load} 家{load > view.loadLimit ? '，在册运营的' : '，'}不超过 {view.loadLimit} 家
      </StatusMark>
    </p>
  );
}

function ToGapList() {
  const { go } = useNavigation();
  return (
    <button type="button" className="link" onClick={() => go({ page: 'gaps', rule: 'INSTR-LOAD' })}>
      到缺口清单分派
    </button>
  );
}

/** Where does this instructor go, and when were they last there? */
export function InstructorPage({ id, history }: Props) {
  const { back } = useNavigation();
  const { data, failure } = useVaultQuery('instructors.get', { id });
  const today = useVaultQuery('session.status', {}).data?.today;
  if (data === undefined || today === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  const { record, gaps } = data;
  return (
    <div className="page-scroll">
      <PageHead
        title={record.name}
        sentence={[instructorKindWords[record.kind], record.workUnit, record.position]
          .filter(Boolean)
          .join(' • ')}
      >
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <Section
        title="缺口"
        remark={`${gaps.length} 项`}
        {...(gaps.length === 0 ? {} : { more: <ToGapList /> })}
      >
        {gaps.length > 0 ? <GapList gaps={gaps} /> : <FairLoad view={data} />}
      </Section>
      <Section title="联系单位" remark="止派只写止日，以前的覆盖照旧">
        <Assignments key={JSON.stringify(record.assignments)} view={data} today={today} />
      </Section>
      <Section title="走访" remark={`${data.visits.length} 次`}>
        <Visits view={data} today={today} />
      </Section>
      <Section title="登记内容">
        <InstructorForm key={JSON.stringify(record)} record={record} onSaved={() => undefined} />
      </Section>
      <Section title="变更记录">{history}</Section>
    </div>
  );
}

export function NewInstructorPage() {
  const { go, back } = useNavigation();
  return (
    <div className="page-scroll">
      <PageHead title="登记指导员" sentence="先填姓名，登记后再派到单位">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <InstructorForm onSaved={(id) => go({ page: 'instructor', id })} />
    </div>
  );
}
