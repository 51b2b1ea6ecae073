import { z } from 'zod';
import { calendarDateSchema } from '../core/calendar/calendar-date';
import { trailKinds } from '../core/labels/trail';
import { idSchema } from '../core/records/shared';
import { roles } from '../core/records/roles';
import { emptySchema } from './common';
import { attestationSchema } from './attestation';
import { recoveryProofSchema, secretSchema } from './session';

/** A backup of the shelf, or a file that main was shown by the user and knows under a token. */
export const backupSourceSchema = z.discriminatedUnion('kind', [
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
  /** The second folder of the journals; `away` where it was chosen and is not there. */
  mirror: z.strictObject({
    state: z.enum(['none', 'good', 'failed', 'away']),
    name: z.string(),
  }),
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

const trailFilterSchema = z.strictObject({
  by: z.string().max(60).optional(),
  kind: z.enum(trailKinds).optional(),
  /** First and last civil day in China, both included. */
  from: calendarDateSchema.optional(),
  until: calendarDateSchema.optional(),
});
export type TrailFilter = z.infer<typeof trailFilterSchema>;

const trailRowSchema = z.strictObject({
  id: idSchema,
  sequence: z.int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(trailKinds),
  title: z.string(),
  note: z.string(),
  records: z.int(),
});
export type TrailRow = z.infer<typeof trailRowSchema>;

/** A form that was open when the desk was locked, with what stood in it. */
const draftSchema = z.strictObject({
  /** Names the form and what it was about, as `facts:<id>`. */
  key: idSchema,
  title: z.string().max(80),
  /** The page it was on, as the window's navigation knows it. */
  place: z.json(),
  values: z.json(),
});
export type FormDraft = z.infer<typeof draftSchema>;

const slotViewSchema = z.strictObject({
  id: z.string(),
  user: z.string(),
  role: z.enum(roles),
  addedAt: z.string(),
  lastUse: z.string(),
  isMine: z.boolean(),
  /** Whether a key file is asked for beside the passphrase. */
  hasKeyFile: z.boolean(),
});
export type SlotView = z.infer<typeof slotViewSchema>;

export const vaultCareChannels = {
  'slots.list': { input: emptySchema, output: z.array(slotViewSchema) },
  'slots.add': {
    input: z.strictObject({
      user: z.string().trim().min(1).max(60),
      role: z.enum(roles),
      passphrase: secretSchema,
      attestation: attestationSchema,
    }),
    output: emptySchema,
  },
  'slots.remove': {
    input: z.strictObject({ id: z.string().max(60), attestation: attestationSchema }),
    output: emptySchema,
  },
  /** Writes a key file into the folder the user chose; the own slot asks for it from now on. */
  'slots.useKeyFile': {
    input: z.strictObject({ passphrase: secretSchema, token: z.string().max(80) }),
    output: z.strictObject({ fileName: z.string() }),
  },
  'slots.dropKeyFile': {
    input: z.strictObject({ passphrase: secretSchema }),
    output: emptySchema,
  },
  /** 更换保险库密钥, first half: a new recovery code, nothing changed yet. */
  'keys.prepare': {
    input: z.strictObject({ passphrase: secretSchema }),
    output: z.strictObject({ recoveryGroups: z.array(z.string()) }),
  },
  /** Second half, once the new sheet is safe; the ledger must then be unlocked anew. */
  'keys.renew': {
    input: z.strictObject({ proof: recoveryProofSchema }),
    output: z.strictObject({ peopleToAddAgain: z.int() }),
  },
  'trail.list': {
    input: trailFilterSchema.extend({ limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      rows: z.array(trailRowSchema),
      total: z.int(),
      people: z.array(z.string()),
    }),
  },
  /** Every row of the filter, not only those shown; neutral against formulas. */
  'trail.export': {
    input: trailFilterSchema.extend({
      token: z.string().max(80),
      attestation: attestationSchema,
    }),
    output: z.strictObject({ rows: z.int() }),
  },
  /** Kept in memory only; sealed into the ledger when the desk is locked. */
  'drafts.hold': { input: draftSchema, output: emptySchema },
  'drafts.release': { input: z.strictObject({ key: idSchema }), output: emptySchema },
  'drafts.list': {
    input: emptySchema,
    output: z.array(z.strictObject({ key: idSchema, title: z.string(), heldAt: z.string() })),
  },
  /** Hands the draft over and takes it off the list. */
  'drafts.take': { input: z.strictObject({ key: idSchema }), output: draftSchema },
  'drafts.discard': { input: z.strictObject({ key: idSchema }), output: emptySchema },
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
  /** All that is in memory, unsaved forms included, for a ledger that takes nothing more. */
  'backups.emergency': {
    input: z.strictObject({ token: z.string().max(80) }),
    output: z.strictObject({ fileName: z.string(), records: z.int(), drafts: z.int() }),
  },
  /** Every journal goes into a second folder as well, from now on and all that are there. */
  'mirror.choose': { input: z.strictObject({ token: z.string().max(80) }), output: emptySchema },
  'mirror.end': { input: emptySchema, output: emptySchema },
  'backups.compare': { input: z.strictObject(chosenBackup), output: backupDifferenceSchema },
  /** One journalled change on top of the present state, after a backup of that state. */
  'backups.restore': {
    input: z.strictObject({
      ...chosenBackup,
      against: z.int(),
      attestation: attestationSchema,
    }),
    output: z.strictObject({ changeId: idSchema, records: z.int() }),
  },
  /** Reads every file of the ledger and every backup through and rehearses a restore. */
  'backups.check': { input: emptySchema, output: checkSchema },
} as const;
