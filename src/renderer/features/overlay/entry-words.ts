import { limitWords } from '../../../core/labels/overlay';
import type { OverlayEntry } from '../../../core/regulations/local-overlay';
import { unitWords } from './entry-draft';

/** The numbers of an entry, in words that end with a comma. */
export function numberWords({ offset, limits, leadDays }: OverlayEntry): string {
  const period = Object.entries(offset ?? {}).map(
    ([unit, size]) => `${String(size)} ${unitWords[unit as keyof typeof unitWords]}`,
  );
  const counts = Object.entries(limits ?? {}).map(
    ([name, value]) => `${limitWords[name] ?? name} ${value}`,
  );
  const lead = leadDays === undefined ? [] : [`提前 ${leadDays} 天提醒`];
  return [...period, ...counts, ...lead].map((words) => `${words}，`).join('');
}

export const actWords = { switchOn: '启用', tighten: '加严', add: '新增' } as const;
