import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { RequestRow } from '../../../../contract/field-work';
import { failed } from '../../../../contract/failure-words';
import { daysBetween } from '../../../../core/calendar/arithmetic';
import { requestState } from '../../../../core/new-groups/request-state';
import type { Request } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { saveRecord } from '../save-record';

/** Who asked: the unit by name, else the group as typed. */
export function requester(desk: Desk, request: Request): string {
  const unit = desk.reference.organizations.get(request.organizationId)?.name;
  return unit ?? request.group ?? '不详';
}

export function requestRow(desk: Desk, request: Request): RequestRow {
  const unit = desk.reference.organizations.get(request.organizationId);
  const state = requestState(request, desk.today);
  return {
    id: request.id,
    from: requester(desk, request),
    areaName: streetName(desk, unit?.areaId),
    content: request.content,
    department: request.department ?? '',
    raisedOn: request.raisedOn,
    dueOn: request.dueOn ?? '',
    closedOn: request.closedOn ?? '',
    state,
    days:
      request.dueOn === undefined || state === 'closed'
        ? null
        : daysBetween(desk.today, request.dueOn),
  };
}

const order = { overdue: 0, open: 1, closed: 2 } as const;
const latest = '9999';

/** Overdue first, then by the day they are due; those without a day stand behind those with one. */
export function orderedRequests(desk: Desk): RequestRow[] {
  return desk.reference.requests
    .all()
    .map((request) => requestRow(desk, request))
    .sort(
      (left, right) =>
        order[left.state] - order[right.state] ||
        (left.state === 'closed'
          ? right.closedOn.localeCompare(left.closedOn)
          : (left.dueOn || latest).localeCompare(right.dueOn || latest)),
    );
}

export function listRequests(
  desk: Desk,
  { text, state, organizationId, range }: VaultInput<'requests.list'>,
): Result<VaultOutput<'requests.list'>> {
  const wanted = text?.trim() ?? '';
  const ofUnit = new Set(
    desk.reference.requests
      .all()
      .filter(
        (request) => organizationId === undefined || request.organizationId === organizationId,
      )
      .map(({ id }) => id),
  );
  const all = orderedRequests(desk).filter(
    ({ id, from, content, department }) =>
      ofUnit.has(id) && `${from}\n${content}\n${department}`.includes(wanted),
  );
  const counts = { overdue: 0, open: 0, closed: 0 };
  for (const row of all) counts[row.state] += 1;
  const found = all.filter((row) => state === undefined || row.state === state);
  return {
    ok: true,
    value: {
      rows: found.slice(range.offset, range.offset + range.limit),
      total: found.length,
      counts,
    },
  };
}

export function getRequest(
  desk: Desk,
  { id }: VaultInput<'requests.get'>,
): Result<VaultOutput<'requests.get'>> {
  const record = desk.reference.requests.get(id) ?? desk.read('requests', id);
  if (record === undefined) return failed('C-103');
  const organizationName = desk.reference.organizations.get(record.organizationId)?.name ?? '';
  return { ok: true, value: { record, organizationName } };
}

export function saveRequest(
  desk: Desk,
  { id, patch, clears }: VaultInput<'requests.save'>,
): Result<VaultOutput<'requests.save'>> {
  const blank = { content: '', raisedOn: desk.today };
  return saveRecord(desk, { table: 'requests', action: 'requests.save', id, blank, patch, clears });
}
