import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Argon2id v1.3 parameters as stored in a key slot. */
export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(8)
    .max(1024 * 1024),
  passes: z.int().min(1).max(16),
  lanes: z.literal(1),
  salt: z.base64(),
});
export type KdfParameters = z.infer<typeof kdfSchema>;
export type KdfCost = Pick<KdfParameters, 'memoryKiB' | 'passes'>;

/** security.md §3.2: never below 64 MiB and three passes outside tests; aim at half a second to one. */
export const kdfFloor: KdfCost = { memoryKiB: 64 * 1024, passes: 3 };
export const kdfDefault: KdfCost = { memoryKiB: 128 * 1024, passes: 3 };
const mostMemoryKiB = 256 * 1024;
const mostPasses = 8;
const leastMilliseconds = 500;
const mostMilliseconds = 1000;

export type DerivePassphraseKey = (
  passphrase: Uint8Array,
  parameters: KdfParameters,
) => Promise<Buffer>;

/** Runs Argon2id in a worker thread, so that the vault goes on answering. */
export const deriveInWorker: DerivePassphraseKey = (passphrase, parameters) => {
  const worker = new Worker(join(import.meta.dirname, 'kdf-worker.js'), {
    workerData: { passphrase: normalize(passphrase), parameters },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (key: Uint8Array) => resolve(Buffer.from(key)));
    worker.once('error', reject);
  });
};

/** NFKC, so that the same passphrase typed with another input method opens the same ledger. */
export function normalize(passphrase: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(passphrase).normalize('NFKC'));
}

/**
 * Parameters that take 0.5–1 s on this machine: memory first, then passes; a slow machine gets less, never below
 * the floor. What is reckoned from the first measurement is measured too before it is believed.
 * @param measure derives once with the given cost and tells the milliseconds it took
 */
export async function calibrate(measure: (cost: KdfCost) => Promise<number>): Promise<KdfCost> {
  const measured = await measure(kdfDefault);
  if (measured > mostMilliseconds) return kdfFloor;
  if (measured >= leastMilliseconds) return kdfDefault;
  const perPass = (measured * (mostMemoryKiB / kdfDefault.memoryKiB)) / kdfDefault.passes;
  const needed = Math.ceil(leastMilliseconds / Math.max(perPass, 1));
  const passes = Math.min(mostPasses, Math.max(kdfDefault.passes, needed));
  const raised = { memoryKiB: mostMemoryKiB, passes };
  return (await measure(raised)) > mostMilliseconds ? kdfDefault : raised;
}
