import { argon2id } from 'hash-wasm';
import { keyLength } from './derive';
import type { KdfParameters } from './passphrase-kdf';

/** Argon2id (RFC 9106) in WebAssembly; blocks its thread. BoringSSL has no Argon2 of its own. */
export function argon2Key(passphrase: Uint8Array, parameters: KdfParameters): Promise<Uint8Array> {
  return argon2id({
    password: passphrase,
    salt: Buffer.from(parameters.salt, 'base64'),
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: keyLength,
    outputType: 'binary',
  });
}
