import { randomBytes } from 'node:crypto';
import { deriveKey } from './derive';

/** 密钥文件: 32 random bytes on a medium of their own, which together with the passphrase open a slot. */
export type SecondFactor = {
  /** Names the file in its slot, so that a missing file is not mistaken for a wrong passphrase. */
  readonly id: string;
  readonly secret: Buffer;
};

const secretLength = 32;
const idCharacters = 8;
const largestFile = 1024;
const layout = /^DJKF1\n[^\n]*\nid: ([0-9A-F]{8})\nsecret: ([A-Za-z0-9+/]{43}=)\n$/;
const remark = '双覆盖工作台 密钥文件：请存放在 U 盘并妥善保管，不要复制到电脑硬盘，不要改动内容。';

export function createSecondFactor(): SecondFactor {
  const secret = randomBytes(secretLength);
  return { id: idOf(secret), secret };
}

export function encodeSecondFactor({ id, secret }: SecondFactor): Buffer {
  return Buffer.from(`DJKF1\n${remark}\nid: ${id}\nsecret: ${secret.toString('base64')}\n`, 'utf8');
}

/** `undefined` where the bytes are not a key file, or not one that is whole. */
export function decodeSecondFactor(file: Buffer): SecondFactor | undefined {
  if (file.length > largestFile) return undefined;
  const [, id, encoded] = layout.exec(file.toString('utf8').replaceAll('\r\n', '\n')) ?? [];
  if (id === undefined || encoded === undefined) return undefined;
  const secret = Buffer.from(encoded, 'base64');
  return idOf(secret) === id ? { id, secret } : undefined;
}

function idOf(secret: Buffer): string {
  const digest = deriveKey(secret, Buffer.alloc(0), 'factor-id');
  return digest.toString('hex').slice(0, idCharacters).toUpperCase();
}
