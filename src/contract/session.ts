import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { settingsSchema } from '../core/records/settings';
import { emptySchema } from './common';

export const secretSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 1024);

/**
 * Why nothing is written, and what would change that: the user's word for this copy, a choice between two lines of it,
 * opening it anew, or nothing here.
 */
const readOnlySchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  remedy: z.enum(['accept', 'choose', 'reopen', 'none']),
});
export type ReadOnly = z.infer<typeof readOnlySchema>;

/** How the recovery code was made safe. */
export const recoveryProofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('saved') }),
  z.strictObject({ kind: z.literal('typed'), code: z.string().max(80) }),
]);
export type RecoveryProof = z.infer<typeof recoveryProofSchema>;

const noticeSchema = z.strictObject({ code: z.string(), message: z.string() });
export type Notice = z.infer<typeof noticeSchema>;

/** What opening found: words of security.md §6 (R-200, R-310 …), empty when all was in order. */
export const openReportSchema = z.strictObject({
  notices: z.array(noticeSchema),
  readOnly: readOnlySchema.optional(),
});

export const sessionChannels = {
  'session.status': {
    input: emptySchema,
    output: z.strictObject({
      /** `away`: it was moved to a place where there is none now. */
      state: z.enum(['absent', 'away', 'locked', 'open']),
      isPractice: z.boolean(),
      today: calendarDateSchema,
      lastAct: z.strictObject({ at: z.string(), sequence: z.int() }).optional(),
      /** Whether a key file is asked for, and whether it lies where it lay last time. */
      keyFile: z.enum(['none', 'found', 'missing']),
      readOnly: readOnlySchema.optional(),
      /** The folder it has just been moved to, until it has been opened there. */
      movedTo: z.string().optional(),
    }),
  },
  /** The user answers for a copy that is older, forked or from another machine; the answer is put on record. */
  'session.accept': { input: emptySchema, output: openReportSchema },
  /** Opens a ledger that stopped at a failed write anew from the disk; forms and memory stay. */
  'session.reopen': { input: emptySchema, output: openReportSchema },
  /** Step one of the first run: derive keys, show nothing, write nothing. */
  'session.prepare': {
    input: z.strictObject({ passphrase: secretSchema }),
    output: z.strictObject({ ledgerNumber: z.string(), recoveryGroups: z.array(z.string()) }),
  },
  /** Creates the ledger once the recovery code is on paper, on a medium, or was typed back. */
  'session.create': {
    input: z.strictObject({ proof: recoveryProofSchema }),
    output: openReportSchema,
  },
  'session.unlock': {
    input: z.strictObject({
      passphrase: secretSchema,
      /** Of the key file the user pointed at; without it the last known place is looked at. */
      keyFileToken: z.string().max(80).optional(),
    }),
    output: openReportSchema,
  },
  'session.unlockWithRecovery': {
    input: z.strictObject({ code: z.string().max(80), nextPassphrase: secretSchema }),
    output: openReportSchema,
  },
  /** `--demo`: opens the practice ledger, creating it at the first call. */
  'session.openPractice': { input: emptySchema, output: openReportSchema },
  'session.changePassphrase': {
    input: z.strictObject({ current: secretSchema, next: secretSchema }),
    output: emptySchema,
  },
  /** Fills a new, empty ledger with the fictional district. */
  'session.fillPractice': { input: emptySchema, output: z.strictObject({ records: z.int() }) },
  'settings.get': { input: emptySchema, output: settingsSchema },
  'settings.save': { input: settingsSchema.partial(), output: settingsSchema },
} as const;
