import { pinyin } from 'pinyin-pro';
import { asDay } from '../../../core/calendar/calendar-date';
import { toDayNumber } from '../../../core/calendar/day-number';
import { absent, packFacts } from '../../../core/deadlines/packed';
import { factsOf } from '../../../core/development/facts';
import { deriveStage, isClosed } from '../../../core/development/stage';
import { stages, type Person, type Stage } from '../../../core/records/person';
import { DueColumns } from './due-columns';
import { emptyFactRow, FactColumns } from './fact-columns';
import { TextColumn } from './text-column';

export const stageCode = (stage: Stage | undefined): number =>
  stage === undefined ? 0 : stages.indexOf(stage) + 1;
export const stageOfCode = (code: number): Stage | undefined => stages[code - 1];
export const fullMemberCode = stageCode('fullMember');

/** Bits of `flags`: what lists and the data-quality card ask without opening the record. */
export const personFlags = {
  retired: 1,
  noIdNumber: 2,
  monthOnlyDate: 4,
  papersMissing: 8,
  closed: 16,
  hasDossier: 32,
  reviewed: 64,
  /** A block was passed over with a reason. */
  overridden: 128,
} as const;

/** Columns of text: whom rows are, and whom they are joined with. */
export const frontTexts = ['ids', 'names', 'branchIds'] as const;
/** What only lists search and filter by. */
export const listTexts = ['haystack', 'areaIds'] as const;
export const textNames = [...frontTexts, ...listTexts] as const;
export type PeopleTexts = { readonly [Name in (typeof textNames)[number]]: TextColumn };

type Numbers = Pick<PeopleColumns, 'count' | 'stage' | 'flags' | 'since' | 'facts'> & {
  /** The due days as they are stored; none where they are to be made. */
  readonly due: (count: () => number) => DueColumns;
};

/** People as columns: one row each, in order of arrival. */
export class PeopleColumns {
  count: number;
  stage: Uint8Array;
  flags: Uint8Array;
  since: Int32Array;
  readonly facts: FactColumns;
  readonly due: DueColumns;
  rowById: Map<string, number> | undefined;
  /** Rows in the order of their names; made when first asked for, dropped when a name changes. */
  byName: Int32Array | undefined;

  constructor(
    /** For single rows; the lists below decode a whole column when they are first asked for. */
    readonly texts: PeopleTexts,
    numbers: Numbers,
  ) {
    this.count = numbers.count;
    this.stage = numbers.stage;
    this.flags = numbers.flags;
    this.since = numbers.since;
    this.facts = numbers.facts;
    this.due = numbers.due(() => this.count);
  }

  get ids(): readonly string[] {
    return this.texts.ids.list();
  }
  get names(): readonly string[] {
    return this.texts.names.list();
  }
  /** What the search looks through: name, pinyin initials, last four of the ID number. */
  get haystack(): readonly string[] {
    return this.texts.haystack.list();
  }
  get branchIds(): readonly string[] {
    return this.texts.branchIds.list();
  }
  get areaIds(): readonly string[] {
    return this.texts.areaIds.list();
  }
}

export function textsOf(make: (name: (typeof textNames)[number]) => TextColumn): PeopleTexts {
  return Object.fromEntries(textNames.map((name) => [name, make(name)])) as PeopleTexts;
}

export function emptyPeople(capacity = 1024): PeopleColumns {
  return new PeopleColumns(
    textsOf(() => new TextColumn([])),
    {
      count: 0,
      stage: new Uint8Array(capacity),
      flags: new Uint8Array(capacity),
      since: new Int32Array(capacity),
      facts: new FactColumns(),
      due: (count) => new DueColumns(count),
    },
  );
}

export function rowOf(people: PeopleColumns, id: string): number | undefined {
  people.rowById ??= new Map(people.ids.map((each, row) => [each, row]));
  return people.rowById.get(id);
}

function grow(people: PeopleColumns): void {
  const capacity = Math.max(1024, people.stage.length * 2);
  const larger = <Column extends Uint8Array | Int32Array>(column: Column, made: Column): Column => {
    made.set(column);
    return made;
  };
  people.stage = larger(people.stage, new Uint8Array(capacity));
  people.flags = larger(people.flags, new Uint8Array(capacity));
  people.since = larger(people.since, new Int32Array(capacity));
}

/** Writes one person's row, new or old; returns it. */
export function putPerson(people: PeopleColumns, person: Person): number {
  const known = rowOf(people, person.id);
  const row = known ?? people.count;
  if (row >= people.stage.length) grow(people);
  if (known === undefined) {
    people.count += 1;
    people.rowById?.set(person.id, row);
  }
  const { ids, names, haystack, branchIds, areaIds } = people.texts;
  if (names.at(row) !== person.name) people.byName = undefined;
  ids.set(row, person.id);
  names.set(row, person.name);
  haystack.set(row, haystackOf(person));
  branchIds.set(row, person.branchId ?? '');
  areaIds.set(row, person.areaId ?? '');
  const facts = factsOf(person);
  const { stage, since } = deriveStage(facts);
  people.stage[row] = stageCode(stage);
  const sinceDay = asDay(since);
  people.since[row] = sinceDay === undefined ? absent : toDayNumber(sinceDay);
  people.flags[row] = flagsOf(person);
  packFacts(facts, factRow, 0);
  people.facts.put(row, factRow);
  return row;
}

const factRow = emptyFactRow();

export function removePerson(people: PeopleColumns, id: string): void {
  const row = rowOf(people, id);
  if (row !== undefined) people.flags[row] = (people.flags[row] ?? 0) | personFlags.retired;
}

function flagsOf(person: Person): number {
  const { dossier } = person;
  return (
    (person.retired === undefined ? 0 : personFlags.retired) |
    (person.idNumber === undefined ? personFlags.noIdNumber : 0) |
    (hasMonthOnlyDate(person) ? personFlags.monthOnlyDate : 0) |
    (dossier?.papers?.some(({ state }) => state === 'absent') === true
      ? personFlags.papersMissing
      : 0) |
    (isClosed({ dossier: dossier ?? {} }) ? personFlags.closed : 0) |
    ((dossier?.overrides?.length ?? 0) > 0 ? personFlags.overridden : 0) |
    (dossier === undefined ? 0 : personFlags.hasDossier) |
    (dossier?.politicalReview?.result === undefined ? 0 : personFlags.reviewed)
  );
}

const monthOnly = /^\d{4}-\d{2}$/;
function hasMonthOnlyDate(person: Person): boolean {
  return Object.values(person.dossier ?? {}).some(
    (value) => typeof value === 'string' && monthOnly.test(value),
  );
}

const initialOf = new Map<string, string>();

/** Pinyin initials by character, surnames read as surnames; kept per character, for names share few. */
export function initialsOf(name: string): string {
  let initials = '';
  for (const [index, character] of [...name].entries()) {
    const key = index === 0 ? `^${character}` : character;
    let initial = initialOf.get(key);
    if (initial === undefined) {
      initial = pinyin(character, {
        pattern: 'first',
        toneType: 'none',
        ...(index === 0 ? { mode: 'surname' as const } : {}),
      }).toLowerCase();
      initialOf.set(key, initial);
    }
    initials += initial;
  }
  return initials;
}

function haystackOf(person: Person): string {
  return `${person.name} ${initialsOf(person.name)} ${person.idNumber?.slice(-4).toLowerCase() ?? ''}`;
}
