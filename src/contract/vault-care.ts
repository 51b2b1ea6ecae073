import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { idSchema } from '../core/records/shared';
import { emptySchema } from './common';

/** A backup of the shelf, or a file that main was shown by the user and knows under a token. */
const backupSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shelf'), name: z.string().max(80) }),
  z.strictObject({ kind: z.literal('file'), token: z.string().max(80) }),
]);
export type BackupSource = z.infer<typeof backupSourceSchema>;

const chosenBackup = { source: backupSourceSchema, recoveryCode: z.string().max(80).optional() };

const backupViewSchema = z.strictObject({
  name: z.string(),
  madeAt: z.string(),
  bytes: z.int(),
  /** Absent where the file was never decrypted as a whole, or no longer is what was decrypted. */
  verified: z.strictObject({ at: z.string(), records: z.int(), sequence: z.int() }).optional(),
});
export type BackupView = z.infer<typeof backupViewSchema>;

const checkSchema = z.strictObject({
  on: calendarDateSchema,
  isGood: z.boolean(),
  words: z.string(),
});

export const careOverviewSchema = z.strictObject({
  backups: z.array(backupViewSchema),
  /** Day of the last copy on another medium. */
  externalOn: calendarDateSchema.nullable(),
  daysWithoutExternal: z.int(),
  /** Whether it is time to ask for a copy on another medium. */
  isExternalDue: z.boolean(),
  lastCheck: checkSchema.nullable(),
  opensWithRecoverySheet: z.boolean(),
});
export type CareOverview = z.infer<typeof careOverviewSchema>;

export const backupDifferenceSchema = z.strictObject({
  /** e.g. 11-20 09:30. */
  madeAt: z.string(),
  unitName: z.string(),
  isSameLedger: z.boolean(),
  /** Acts done since, all kinds. */
  operations: z.int(),
  lostPeople: z.int(),
  tables: z.array(
    z.strictObject({ words: z.string(), lost: z.int(), changed: z.int(), returned: z.int() }),
  ),
  /** Edition of the ledger the difference was reckoned against; a restore must name it. */
  against: z.int(),
});
export type BackupDifference = z.infer<typeof backupDifferenceSchema>;

export const vaultCareChannels = {
  'care.overview': { input: emptySchema, output: careOverviewSchema },
  'backups.make': {
    input: emptySchema,
    output: z.strictObject({ name: z.string(), records: z.int() }),
  },
  /** Into a folder the user chose; written, synced, read back and decrypted. */
  'backups.copyOut': {
    input: z.strictObject({ token: z.string().max(80) }),
    output: z.strictObject({ fileName: z.string(), records: z.int() }),
  },
  'backups.compare': { input: z.strictObject(chosenBackup), output: backupDifferenceSchema },
  /** One journalled change on top of the present state, after a backup of that state. */
  'backups.restore': {
    input: z.strictObject({ ...chosenBackup, against: z.int() }),
    output: z.strictObject({ changeId: idSchema, records: z.int() }),
  },
  /** Reads every file of the ledger and every backup through and rehearses a restore. */
  'backups.check': { input: emptySchema, output: checkSchema },
} as const;
