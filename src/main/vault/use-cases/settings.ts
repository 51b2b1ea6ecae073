import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { defaultWorkCoverageCounts } from '../../../core/coverage/thresholds-data';
import { settingsSchema, type Settings } from '../../../core/records/settings';
import { overlayProblems } from '../../../core/regulations/local-overlay';
import { factNames } from '../../../core/development/facts';
import { rulebooks } from '../../../core/regulations/rulebooks';
import { forgetDueDays } from '../columns/columns';
import type { Desk } from './desk';
import { saveMetaPart } from './meta-part';

const lockAfterMinutes = 5;
/** Dated facts between which a local rule may be set. */
const overlayFactNames: readonly string[] = factNames;

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
  const { localOverlay } = patch;
  const [problem] =
    localOverlay === undefined ? [] : overlayProblems(localOverlay, overlayFactNames);
  if (problem !== undefined) return failed('C-111', problem.message);
  const saved = await saveMetaPart(desk, 'settings', next.data);
  if (!saved.ok) return saved;
  forgetDueDays(desk.ledger.hot);
  return { ok: true, value: next.data };
}
