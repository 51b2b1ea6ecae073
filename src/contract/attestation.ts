import { z } from 'zod';
import { secretSchema } from './session';

/**
 * Who is at the desk says so once more, and what for (security.md T3, §3.12). A channel whose input asks for one is
 * heard only after the vault has checked it against the slot of this session; the secret is never kept.
 */
export const attestationSchema = z.strictObject({
  passphrase: secretSchema,
  /** Of the key file the user pointed at; without it the last known place is looked at. */
  keyFileToken: z.string().max(80).optional(),
  reason: z.string().trim().min(2).max(200),
});
export type Attestation = z.infer<typeof attestationSchema>;
