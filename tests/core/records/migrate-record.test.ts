import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  migrateRecord,
  NewerRecord,
  presentShapes,
  shapeOf,
} from '../../../src/core/records/migrate-record';
import type { RecordChange } from '../../../src/core/records/change';
import { recordSchemas } from '../../../src/core/records/tables';

type Json = RecordChange['after'];
const person = (dossier: Json) => ({ id: 'p1', name: '测一', dossier });

describe('people, shape 1 to 2: a closure is an act', () => {
  const closure = { kind: 'onHold', on: '2026-11-02', reason: '本人要求' };
  it.each<[string, Json, Json]>([
    ['no closure', { appliedOn: '2026-01-05' }, { appliedOn: '2026-01-05' }],
    [
      'a closure alone',
      { appliedOn: '2026-01-05', closure },
      { appliedOn: '2026-01-05', events: [closure] },
    ],
    [
      'a closure behind acts',
      { events: [{ kind: 'resumed', on: '2026-10-01' }], closure },
      { events: [{ kind: 'resumed', on: '2026-10-01' }, closure] },
    ],
    [
      'a closure that an act of the same kind and day repeats',
      { events: [{ ...closure, body: '支部' }], closure },
      { events: [{ ...closure, body: '支部' }] },
    ],
  ])('%s', (_words, old, now) => {
    const stored = person(old);
    const migrated = migrateRecord('people', stored, { people: 1 });
    expect(migrated).toEqual(person(now));
    expect(stored).toEqual(person(old));
    expect(recordSchemas.people.safeParse(migrated).success).toBe(true);
  });
});

it('what is written today is left as it is, a removed record too', () => {
  const now = person({ closure: 'whatever' });
  expect(migrateRecord('people', now, presentShapes)).toBe(now);
  expect(migrateRecord('people', null)).toBeNull();
  expect(migrateRecord('meta', { any: 1 })).toEqual({ any: 1 });
});

it('a record of a newer shape is refused by name, never guessed at', () => {
  expect(() => migrateRecord('people', person({}), { people: shapeOf('people') + 1 })).toThrow(
    NewerRecord,
  );
  expect(() => migrateRecord('areas', { id: 'a' }, { areas: 2 })).toThrow(NewerRecord);
});

it('a migration imports nothing: what it does is fixed for ever', () => {
  const folder = join(import.meta.dirname, '../../../src/core/records/migrations');
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/\bimport\b|\brequire\b/);
});
