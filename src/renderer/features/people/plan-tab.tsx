import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import { planAims, type PlanAim } from '../../../contract/planning';
import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner, Loading } from '../../components/notices';
import { Section } from '../../components/page-head';
import { readTypedDate } from '../../lib/typed-date';
import { useVaultQuery } from '../../lib/use-vault-query';
import { BackfillTable } from './backfill-table';
import { BackwardTable, ForwardTable } from './plan-tables';
import './plan.css';

const aimWords: Readonly<Record<PlanAim, string>> = {
  developmentTarget: '列为发展对象',
  meeting: '党员大会接收',
  approved: '上级党委审批',
  confirmationMeeting: '讨论转正',
};

/** What-if for one person: reckoned while it is looked at, never stored. */
export function PlanTab({ view }: { readonly view: PersonView }) {
  return (
    <div className="plan-columns">
      <Forward view={view} />
      <Backward view={view} />
      <Backfill personId={view.id} />
    </div>
  );
}

function typedDay(text: string): CalendarDate | undefined {
  const typed = readTypedDate(text);
  return isCalendarDate(typed) ? typed : undefined;
}

function Forward({ view }: { readonly view: PersonView }) {
  const [applied, setApplied] = useState('');
  const applyOn = typedDay(applied);
  const { data, failure } = useVaultQuery('plan.forward', {
    personId: view.id,
    ...(applyOn === undefined ? {} : { applyOn }),
  });
  return (
    <Section
      title="最早哪一天"
      remark={applyOn === undefined ? '按已登记的事实，从今天往后推' : `假设 ${applyOn} 申请`}
    >
      <div className="plan-inputs">
        <FactDateInput
          id="plan-applied"
          label="假设这一天递交申请（可不填）"
          value={applied}
          onChange={setApplied}
        />
      </div>
      <FailureBanner failure={failure} />
      {data === undefined ? failure === undefined && <Loading /> : <ForwardTable rows={data} />}
    </Section>
  );
}

function Backward({ view }: { readonly view: PersonView }) {
  const [aim, setAim] = useState<PlanAim>('meeting');
  const [day, setDay] = useState('');
  const by = typedDay(day);
  return (
    <Section title="最迟哪一天" remark="要在某日前完成，各步最迟何时">
      <div className="plan-inputs">
        <label className="field">
          <span>目标</span>
          <select value={aim} onChange={(event) => setAim(event.target.value as PlanAim)}>
            {planAims.map((each) => (
              <option key={each} value={each}>
                {aimWords[each]}
              </option>
            ))}
          </select>
        </label>
        <FactDateInput id="plan-by" label="不晚于" value={day} onChange={setDay} />
      </div>
      {by === undefined ? (
        <p className="muted">填上日期，就从那一天往回推。</p>
      ) : (
        <BackwardPath personId={view.id} aim={aim} by={by} />
      )}
    </Section>
  );
}

/** Steps that an old roster did not bring: from the days that are known, each could have been no later than this. */
function Backfill({ personId }: { readonly personId: string }) {
  const { data } = useVaultQuery('plan.backfill', { personId });
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title="缺的日期最晚应在哪天" remark="从已登记的日期往回推，供查对原始材料，不写入事实">
      <BackfillTable rows={data} />
    </Section>
  );
}

type PathProps = { readonly personId: string; readonly aim: PlanAim; readonly by: CalendarDate };

function BackwardPath(props: PathProps) {
  const { data, failure } = useVaultQuery('plan.backward', props);
  if (data === undefined)
    return failure === undefined ? <Loading /> : <FailureBanner failure={failure} />;
  return <BackwardTable rows={data} aim={`${props.by} 前${aimWords[props.aim]}`} />;
}
