import type { VaultInput } from '../../../contract/channels';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Request } from '../../../core/records/work';
import { readTypedDate } from '../../lib/typed-date';

export type RequestDraft = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly group: string;
  readonly content: string;
  readonly department: string;
  readonly raisedOn: string;
  readonly dueOn: string;
  readonly closedOn: string;
  readonly outcome: string;
};

export function draftOfRequest(request: Partial<Request>, organizationName: string): RequestDraft {
  return {
    organizationId: request.organizationId ?? '',
    organizationName,
    group: request.group ?? '',
    content: request.content ?? '',
    department: request.department ?? '',
    raisedOn: request.raisedOn ?? '',
    dueOn: request.dueOn ?? '',
    closedOn: request.closedOn ?? '',
    outcome: request.outcome ?? '',
  };
}

const isDayOrNothing = (text: string): boolean => {
  const read = readTypedDate(text);
  return read === '' || isCalendarDate(read);
};

/** Why it cannot be saved yet; a request is closed with its outcome and not before it was raised. */
export function requestProblem(draft: RequestDraft): string | undefined {
  const raisedOn = readTypedDate(draft.raisedOn);
  const closedOn = readTypedDate(draft.closedOn);
  if (draft.content.trim() === '') return '先写诉求内容';
  if (draft.organizationId === '' && draft.group.trim() === '') return '写明是哪个单位或群体提出的';
  if (!isCalendarDate(raisedOn)) return '提出日期要写到日';
  if (!isDayOrNothing(draft.dueOn) || !isDayOrNothing(draft.closedOn)) return '日期要写到日';
  if (closedOn !== '' && closedOn < raisedOn) return '办结日期早于提出日期';
  return closedOn !== '' && draft.outcome.trim() === '' ? '办结要写办理结果' : undefined;
}

export function requestEdit(
  draft: RequestDraft,
): Pick<VaultInput<'requests.save'>, 'patch' | 'clears'> {
  const raisedOn = readTypedDate(draft.raisedOn);
  const fields = {
    organizationId: draft.organizationId,
    group: draft.organizationId === '' ? draft.group.trim() : '',
    department: draft.department.trim(),
    dueOn: readTypedDate(draft.dueOn),
    closedOn: readTypedDate(draft.closedOn),
    outcome: draft.outcome.trim(),
  };
  const entries = Object.entries(fields);
  return {
    patch: {
      content: draft.content.trim(),
      ...(isCalendarDate(raisedOn) ? { raisedOn } : {}),
      ...Object.fromEntries(entries.filter(([, value]) => value !== '')),
    },
    clears: entries.filter(([, value]) => value === '').map(([field]) => field),
  };
}
