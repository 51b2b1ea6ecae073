import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, RecordChange } from '../../src/core/records/change';
import { argon2Key } from '../../src/main/vault/crypto/argon2';
import type { DerivePassphraseKey } from '../../src/main/vault/crypto/passphrase-kdf';
import { columnsProjection, type Columns } from '../../src/main/vault/columns/columns';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { openLedger } from '../../src/main/vault/ledger/open-ledger';
import { Desk } from '../../src/main/vault/use-cases/desk';

export const sizes = {
  S: { organizations: 3_000, people: 5_000 },
  M: { organizations: 20_000, people: 50_000 },
  L: { organizations: 100_000, people: 300_000 },
} as const;
export type Size = keyof typeof sizes;

export const today = '2026-11-23' as const;
export const now = () => '2026-11-23T01:02:03.000Z';
export const seed = 20261123;

/** The recovery code carries its own strength, so opening with it derives nothing slowly (G3). */
const derive: DerivePassphraseKey = async (passphrase, parameters) =>
  Buffer.from(await argon2Key(passphrase, parameters));
export const base = { projection: columnsProjection, now, derive };

/** A ledger on the disk, made by a process of its own so that nothing of its making is in ours. */
export type MadeLedger = {
  readonly size: Size;
  readonly root: string;
  readonly folder: string;
  /** The same records as one JSON document; absent where no string is that long. */
  readonly jsonFile: string | null;
  /** The same people and units for SQLCipher, one JSON line each. */
  readonly rowsFile: string;
  readonly recoveryCode: string;
};

export const madeFile = (root: string) => join(root, 'made.json');
export const readMade = (root: string) =>
  JSON.parse(readFileSync(madeFile(root), 'utf8')) as MadeLedger;

let made = 0;
export function changeOf(changes: RecordChange[]): Change {
  made += 1;
  return { id: `bench-${made}`, at: now(), by: '测试员', action: 'bench.edit', changes };
}

export const asJson = (value: unknown) => value as RecordChange['after'];

export function deskOf(ledger: Ledger<Columns>): Desk {
  let given = 0;
  return new Desk(
    ledger,
    { today: () => today, nowIso: now, monotonic: () => performance.now() },
    () => `bench-id-${(given += 1)}`,
  );
}

export type Opening = Pick<MadeLedger, 'folder' | 'recoveryCode'>;

export async function openMade({ folder, recoveryCode }: Opening): Promise<Ledger<Columns>> {
  const result = await openLedger({ ...base, folder, secret: { recoveryCode } });
  if (!result.ok) throw new Error(`open: ${result.failure.code}`);
  return result.value.ledger;
}

/** Edits of so many people, as the desk makes them: the record as the page shows it, and as it was typed. */
export function editsOf(ledger: Ledger<Columns>, count: number, first = 0): Change[] {
  const { ids } = ledger.hot.people;
  return Array.from({ length: count }, (_, index) => {
    const id = ids[((first + index) * 7_919) % ids.length] ?? '';
    const before = ledger.get('people', id);
    const after = asJson({ ...(before as object), phone: `000-${10_000 + first + index}` });
    return changeOf([{ table: 'people', id, before, after }]);
  });
}
