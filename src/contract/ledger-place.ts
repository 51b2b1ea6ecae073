import { z } from 'zod';
import { emptySchema } from './common';

const chosenFolder = z.strictObject({ token: z.string().max(80) });

/** Where the ledger's folder is, and how it gets elsewhere (security.md §6, L-503). */
export const ledgerPlaceChannels = {
  /** 帮我移动并校验: into an empty folder the user chose. The window must be locked afterwards. */
  'session.move': {
    input: chosenFolder,
    output: z.strictObject({ files: z.int(), records: z.int() }),
  },
  /** Of a ledger that is not where it was moved to: the user points at the folder it is in. */
  'session.locate': { input: chosenFolder, output: emptySchema },
  'place.get': {
    input: emptySchema,
    output: z.strictObject({
      /** The name the user gave the folder, never its path. */
      name: z.string(),
      /** What speaks against the place; empty where nothing does. */
      risk: z.string(),
      /** The copy that the last move left behind. */
      left: z.strictObject({ name: z.string(), files: z.int() }).nullable(),
    }),
  },
  /** Deletes that copy. */
  'place.clearOld': {
    input: emptySchema,
    output: z.strictObject({ removed: z.int(), kept: z.int() }),
  },
} as const;
