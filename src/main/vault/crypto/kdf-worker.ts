import { parentPort, workerData } from 'node:worker_threads';
import { argon2Key } from './argon2';
import type { KdfParameters } from './passphrase-kdf';

const { passphrase, parameters } = workerData as {
  passphrase: Uint8Array;
  parameters: KdfParameters;
};

const key = await argon2Key(passphrase, parameters);
passphrase.fill(0);
parentPort?.postMessage(key);
