import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { Result } from '../../../../contract/common';
import { calendarDateSchema, type CalendarDate } from '../../../../core/calendar/calendar-date';
import { identityOfRecoveryCode } from '../../crypto/age-identity';
import { readRecoveryCode } from '../../crypto/recovery-code';
import { metaId, metaTable, type MetaDocument } from '../../ledger/meta-document';
import type { Desk } from '../desk';
import { asJson } from '../save-person';

const careSchema = z.strictObject({
  /** age identities that open the backups, newest first; sealed with the ledger. */
  identities: z.array(z.string()),
  /** Opens every backup with the recovery sheet; `null` until the code was typed once. */
  sheetRecipient: z.string().nullable(),
  /** From when on the reminder counts where nothing was ever copied out. */
  since: calendarDateSchema,
  externalOn: calendarDateSchema.nullable(),
  lastCheck: z
    .strictObject({ on: calendarDateSchema, isGood: z.boolean(), words: z.string() })
    .nullable(),
  /** Backups to be sealed anew, after the ledger got a new key. */
  resealing: z.array(z.string()).optional(),
});
export type CareState = z.infer<typeof careSchema>;

export const careKey = 'care';

/** A new ledger's part of the meta document. */
export async function newCare(today: CalendarDate, recoveryCode?: string): Promise<CareState> {
  return {
    identities: [await generateX25519Identity()],
    sheetRecipient: recoveryCode === undefined ? null : await sheetRecipient(recoveryCode),
    since: today,
    externalOn: null,
    lastCheck: null,
  };
}

/** Care of a ledger made anew from a backup: its keys open the backups there are, the sheet that was typed the new ones. */
export async function careFrom(
  stored: unknown,
  today: CalendarDate,
  recoveryCode: string,
): Promise<CareState> {
  const known = careSchema.safeParse(stored);
  const made = await newCare(today, recoveryCode);
  if (!known.success) return made;
  const { resealing: _done, ...care } = known.data;
  return {
    ...care,
    identities: [...made.identities, ...care.identities],
    sheetRecipient: made.sheetRecipient,
  };
}

/** @param typed the recovery code as it was typed or made */
export async function sheetRecipient(typed: string): Promise<string | null> {
  const code = readRecoveryCode(typed);
  return code === undefined ? null : identityToRecipient(identityOfRecoveryCode(code));
}

export function readCare(desk: Desk): CareState | undefined {
  const care = careSchema.safeParse(desk.ledger.meta.data[careKey]);
  return care.success ? care.data : undefined;
}

/** Care of a ledger; one from before there were backups gets its keys now. */
export async function ensureCare(desk: Desk): Promise<CareState> {
  const care = readCare(desk);
  if (care !== undefined) return care;
  const made = await newCare(desk.today);
  saveCare(desk, made, { action: 'care.prepare' });
  return made;
}

/** One act that also changes what is remembered of the ledger's care. */
export function saveCare(
  desk: Desk,
  care: CareState,
  act: { readonly action: string; readonly note?: string },
): Result<{ changeId: string }> {
  const before = desk.ledger.meta.data;
  const after: MetaDocument = { ...before, [careKey]: asJson(care) };
  const saved = desk.commit({
    ...act,
    changes: [{ table: metaTable, id: metaId, before: asJson(before), after: asJson(after) }],
  });
  if (saved.ok) desk.ledger.meta.data = after;
  return saved;
}

/** The recovery code was typed: from now on the sheet opens new backups, whenever the ledger was made. */
export async function rememberSheet(desk: Desk, code: string): Promise<void> {
  const care = await ensureCare(desk);
  const recipient = await sheetRecipient(code);
  if (recipient === null || recipient === care.sheetRecipient) return;
  saveCare(desk, { ...care, sheetRecipient: recipient }, { action: 'care.prepare' });
}
