import { createHash } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { derive, isMac, open } from './seal.mjs';

/** Crockford base32 as people type it: I and L are 1, O is 0, gaps do not count. */
const codeOf = (typed) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');

function headerOf(file) {
  if (file.toString('ascii', 0, 4) !== 'DJK1') return undefined;
  const end = 8 + file.readUInt32BE(4);
  const bytes = file.subarray(0, end);
  const digest = createHash('sha256').update(bytes).digest();
  if (!digest.equals(file.subarray(end, end + 32))) return undefined;
  const json = JSON.parse(bytes.toString('utf8', 8));
  return { ...json, bytes, mac: file.subarray(end + 32, end + 64) };
}

/** The 32 bytes of a key file, where the slot asks for this one. */
function factorOf(slot, keyFile) {
  if (slot.factorId === undefined) return Buffer.alloc(0);
  if (keyFile === undefined || !keyFile.includes(`id: ${slot.factorId}`)) return undefined;
  return Buffer.from(/^secret: (\S+)\s*$/m.exec(keyFile)?.[1] ?? '', 'base64');
}

async function slotKey(slot, secret, keyFile) {
  if (slot.kind === 'recovery')
    return derive(
      Buffer.from(codeOf(secret), 'ascii'),
      Buffer.from(slot.salt, 'base64'),
      'recovery-kek',
    );
  const factor = factorOf(slot, keyFile);
  if (factor === undefined) return undefined;
  const { memoryKiB, passes, lanes, salt } = slot.kdf;
  const derived = await argon2id({
    password: secret.normalize('NFKC'),
    salt: Buffer.from(salt, 'base64'),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  return derive(Buffer.concat([derived, factor]), undefined, 'slot-kek');
}

/** The data key and the ledger's number, by whichever slot of the newest good header the secret opens. */
export async function openKeys(files, secret, keyFile) {
  const headers = files.map(headerOf).filter(Boolean);
  headers.sort((a, b) => b.epoch - a.epoch);
  for (const header of headers) {
    for (const slot of header.slots) {
      if (slot.kind !== 'recovery' && slot.kind !== 'passphrase') continue;
      const key = await slotKey(slot, secret, keyFile);
      if (key === undefined) continue;
      const aad = Buffer.from(`${header.vaultId}|${slot.id}`, 'utf8');
      const dataKey = open(key, Buffer.from(slot.wrappedKey, 'base64'), aad);
      if (
        dataKey !== undefined &&
        isMac(derive(dataKey, undefined, 'hdr'), header.bytes, header.mac)
      )
        return { dataKey, vaultId: Buffer.from(header.vaultId, 'base64'), home: header.home };
    }
  }
  return undefined;
}
