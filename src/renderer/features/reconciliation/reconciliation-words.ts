import type { DecisionInput, OutcomeView } from '../../../contract/reconciliation';
import { organizationStatusWords } from '../../../core/labels/labels';
import type { OrganizationStatus } from '../../../core/records/organization';
import type { ListSource, OutcomeClass } from '../../../core/records/reconciliation';

export type Shown = OutcomeClass | 'unread' | 'settledBefore';

export const sourceWords: Readonly<Record<ListSource, string>> = {
  market: '市场监管（企业）',
  civil: '民政（社会组织）',
  other: '其他部门',
};

/** What a unit may become that a list no longer has; none of them removes it. */
export const goneStatuses = [
  'unknown',
  'deregistered',
  'revoked',
  'movedAway',
  'suspended',
] as const satisfies readonly OrganizationStatus[];

export const goneWords = (status: OrganizationStatus): string =>
  status === 'unknown' ? '状态改为不详，待核实' : `状态改为${organizationStatusWords[status]}`;

/** Choices of one row as values of one select; `refuse` asks for its reason beside it. */
export type RowChoice = readonly [value: string, words: string];

export function choicesOf(row: OutcomeView): readonly RowChoice[] {
  const rest: readonly RowChoice[] = [['refuse', '不采纳']];
  if (row.class === 'gone')
    return [
      ['later', '以后再说'],
      ...goneStatuses.map((status) => [`status:${status}`, goneWords(status)] as const),
      ...rest,
    ];
  if (row.class === 'pending')
    return [
      ['later', '以后再说'],
      ...row.candidates.map(({ id, name }) => [`link:${id}`, `就是 ${name}`] as const),
      ['accept', '登记为新单位'],
      ...rest,
    ];
  return [['later', '以后再说'], ['accept', '采纳'], ...rest];
}

export function choiceOf({ choice, status, linkedId }: OutcomeView): string {
  if (choice !== 'accept') return choice;
  if (linkedId !== '') return `link:${linkedId}`;
  return status === '' ? 'accept' : `status:${status}`;
}

/** The decision a value of the select stands for; `refuse` needs more than the select. */
export function decisionOf(value: string): DecisionInput {
  const [kind = '', detail = ''] = value.split(':');
  if (kind === 'status') return { choice: 'accept', status: detail as OrganizationStatus };
  if (kind === 'link') return { choice: 'accept', unitId: detail };
  return kind === 'accept' ? { choice: 'accept' } : { choice: 'later' };
}
