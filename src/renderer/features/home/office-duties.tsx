import { useState } from 'react';
import type { OfficeDutyView } from '../../../contract/office-duties';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { citationWords } from '../../components/citation-tag';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords } from '../../lib/format';
import { useNavigation, type Place } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { SnoozeDialog, type PutOff } from './snooze-dialog';

const shownAtFirst = 6;

/** What falls on the office and its committees by the year, not on a person; read after the page stands. */
export function OfficeDuties() {
  const { data } = useVaultQuery('duties.list', {});
  const [isWhole, setWhole] = useState(false);
  const [snoozing, setSnoozing] = useState<PutOff>();
  if (data === undefined || data.length === 0) return null;
  const shown = isWhole ? data : data.slice(0, shownAtFirst);
  return (
    <Section
      title="组织事项"
      remark="每年分析、统计和选举，不落在某一个人身上"
      more={
        data.length > shown.length ? (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            其余 {data.length - shown.length} 件
          </button>
        ) : undefined
      }
    >
      <ul className="due-rows">
        {shown.map((duty) => (
          <li key={duty.key}>
            <DutyRow duty={duty} />
            <PutOffButton duty={duty} onChoose={setSnoozing} />
          </li>
        ))}
      </ul>
      {snoozing !== undefined && (
        <SnoozeDialog key={snoozing.key} item={snoozing} onClose={() => setSnoozing(undefined)} />
      )}
    </Section>
  );
}

/** Only a day that is still to come, or has passed, can be put off; what is wrong is to be looked into. */
function PutOffButton({
  duty: { key, on, state, subject, title },
  onChoose,
}: {
  readonly duty: OfficeDutyView;
  readonly onChoose: (item: PutOff) => void;
}) {
  if (on === null || !isCalendarDate(on) || state === 'wrong' || state === 'unknown') return null;
  return (
    <button
      type="button"
      className="link small due-snooze"
      aria-label={`暂缓：${subject}，${title}`}
      onClick={() => onChoose({ key, dueOn: on, subjectName: subject, title })}
    >
      暂缓
    </button>
  );
}

function placeOf({ rule, partyOrganizationId, organizationId }: OfficeDutyView): Place {
  if (partyOrganizationId !== null) return { page: 'partyOrganization', id: partyOrganizationId };
  if (organizationId !== null) return { page: 'organization', id: organizationId };
  switch (rule) {
    case 'PLAN-Q':
      return { page: 'quotas' };
    case 'SOC-5WD':
      return { page: 'organizations' };
    case 'POOL-YEARLY':
      return { page: 'partyOrganizations' };
    default:
      return { page: 'reports' };
  }
}

function DutyRow({ duty }: { readonly duty: OfficeDutyView }) {
  const { go } = useNavigation();
  return (
    <button type="button" className="due-row" onClick={() => go(placeOf(duty))}>
      <span className="due-when">
        <When duty={duty} />
        <small>{duty.on ?? '日期未登记'}</small>
      </span>
      <span>
        <b>{duty.subject}</b>　{duty.title}
        <small title={duty.context}>{duty.context}</small>
      </span>
      <span>
        {duty.citation.article}
        <small>{citationWords(duty.citation)}</small>
      </span>
      <span>{duty.nextAct}</span>
      <span aria-hidden="true">›</span>
    </button>
  );
}

function When({ duty: { state, days } }: { readonly duty: OfficeDutyView }) {
  if (state === 'wrong') return <StatusMark kind="over">不合理</StatusMark>;
  if (state === 'unknown' || days === null) return <StatusMark kind="unknown">无法判断</StatusMark>;
  return <StatusMark kind={toneOfDays(days)}>{daysWords(days)}</StatusMark>;
}
