import { z } from 'zod';
import { emptySchema } from './common';
import { openReportSchema, secretSchema } from './session';
import { backupSourceSchema } from './vault-care';

const chosen = { source: backupSourceSchema, recoveryCode: z.string().max(80) };

const rescueBackupSchema = z.strictObject({
  name: z.string(),
  madeAt: z.string(),
  /** Up to which act it goes. */
  sequence: z.int(),
});
export type RescueBackup = z.infer<typeof rescueBackupSchema>;

/** What a backup holds, where the ledger it would be compared with cannot be read. */
const holdingSchema = z.strictObject({
  madeAt: z.string(),
  unitName: z.string(),
  people: z.int(),
  records: z.int(),
  tables: z.array(z.strictObject({ words: z.string(), count: z.int() })),
  /** Acts after the backup, by the plain note of the last act beside the ledger; absent where there is none. */
  missingActs: z.int().optional(),
});
export type BackupHolding = z.infer<typeof holdingSchema>;

/** A ledger that answered R-320: what it can be put back from, and doing it without deleting anything. */
export const rescueChannels = {
  'session.rescueBackups': { input: emptySchema, output: z.array(rescueBackupSchema) },
  'session.rescueLook': { input: z.strictObject(chosen), output: holdingSchema },
  /** A new ledger from the backup; the one that cannot be opened is kept beside it as it is. */
  'session.rescue': {
    input: z.strictObject({ ...chosen, nextPassphrase: secretSchema }),
    output: openReportSchema,
  },
} as const;
