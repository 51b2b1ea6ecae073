import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { defaultWorkCoverageCounts } from '../../../core/coverage/thresholds-data';
import { settingsSchema, type Settings } from '../../../core/records/settings';
import { rulebooks } from '../../../core/regulations/rulebooks';
import { forgetDueDays } from '../columns/columns';
import type { Desk } from './desk';
import { saveMetaPart } from './meta-part';

const lockAfterMinutes = 5;

/** What a new ledger starts with; the unit fills in the rest on its second page. */
export function initialSettings(): Settings {
  const [newest] = rulebooks;
  if (newest === undefined) throw new Error('no rulebook');
  return {
    unitName: '',
    signatories: { responsible: '', preparer: '', phone: '' },
    operator: '',
    isPractice: false,
    rulebookBoundaryOn: newest.from,
    workCoverageCounts: { ...defaultWorkCoverageCounts },
    autoLockMinutes: lockAfterMinutes,
    theme: 'light',
    workingDayOverrides: {},
    countsPostingDay: true,
  };
}

/** Settings live in the meta document; lowdb writes it through the ledger's own commit. */
export async function saveSettings(
  desk: Desk,
  patch: VaultInput<'settings.save'>,
): Promise<Result<Settings>> {
  const next = settingsSchema.safeParse({ ...desk.settings, ...patch });
  if (!next.success) return failed('C-101');
  const saved = await saveMetaPart(desk, 'settings', next.data);
  if (!saved.ok) return saved;
  forgetDueDays(desk.ledger.hot);
  return { ok: true, value: next.data };
}
