import { z } from 'zod';
import { emptySchema } from './common';

/** What main answers itself: windows, dialogs, printing. No ledger data but a finished PDF passes here. */
export const shellChannels = {
  'shell.info': {
    input: emptySchema,
    output: z.strictObject({
      version: z.string(),
      isDemo: z.boolean(),
      platform: z.string(),
      /** The last lock was nobody's act: idle time, sleep, the session's own lock or the longest time open. */
      hasLockedItself: z.boolean(),
    }),
  },
  /** Kills the vault and rebuilds the window. */
  'shell.lock': { input: emptySchema, output: emptySchema },
  /** Asks for a file and hands it to the parser, whose rows go to the vault under `token`. */
  'shell.chooseWorkbook': {
    input: emptySchema,
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('cancelled') }),
      /** The parser is at work; `imports.read` answers once it is done. */
      z.strictObject({ status: z.literal('reading'), token: z.string(), fileName: z.string() }),
    ]),
  },
  /** Ends the parser that reads for `token`; nothing of the file is kept. */
  'shell.cancelWorkbook': { input: z.strictObject({ token: z.string() }), output: emptySchema },
  /** A number was copied: main takes it off the clipboard again, without reading it. */
  'shell.copiedSecret': { input: emptySchema, output: emptySchema },
  /** Asks for a place outside the ledger; the vault learns it under `token`, the window never does. */
  'shell.choosePlace': {
    input: z.strictObject({
      purpose: z.enum([
        'backupFolder',
        'auditFile',
        'backupFile',
        'mirrorFolder',
        'ledgerFolder',
        'movedLedger',
        'rejectsFile',
        'overlayTarget',
        'overlayFile',
        'keyFile',
        'keyFileFolder',
      ]),
      suggestedName: z.string().max(120),
    }),
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('cancelled') }),
      z.strictObject({ status: z.literal('chosen'), token: z.string(), name: z.string() }),
    ]),
  },
  'shell.savePdf': {
    input: z.strictObject({
      suggestedName: z.string().max(120),
      paper: z.enum(['A4', 'A3']),
      isLandscape: z.boolean(),
    }),
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('cancelled') }),
      z.strictObject({ status: z.literal('saved'), fileName: z.string() }),
    ]),
  },
  'shell.print': {
    input: z.strictObject({ paper: z.enum(['A4', 'A3']), isLandscape: z.boolean() }),
    output: z.strictObject({ status: z.enum(['printed', 'cancelled', 'noPrinter']) }),
  },
} as const;
