import type { FieldValue, Interpretation, NormalisedRow, RowReading } from './interpretation';
import type { KnownRecord, KnownRecords } from './known-records';

/** What to do where the ledger already has a value and the sheet has another. */
export type FieldPolicy = 'keep' | 'fillBlanks' | 'overwrite';

export interface ImportPolicy {
  readonly default: FieldPolicy;
  /** By field of the normalised row. */
  readonly perField?: Readonly<Record<string, FieldPolicy>>;
}

export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
}

export type RowAction = 'created' | 'updated' | 'unchanged' | 'rejected' | 'skipped';

export interface PlannedRow {
  readonly sheet: string;
  readonly row: number;
  readonly action: RowAction;
  /** The record it is laid on; `undefined` for rejected and skipped rows. */
  readonly target: Pick<NormalisedRow, 'kind' | 'key'> | undefined;
  /** `source` of the known record, where the target was in the ledger before. */
  readonly source: string | undefined;
  /** On a record that is there already; of a created one every field is new. */
  readonly changes: readonly FieldChange[];
}

/** How often a field meets the ledger: what a policy for it would do. */
export interface FieldTally {
  readonly field: string;
  /** The ledger has nothing there yet. */
  readonly blanks: number;
  /** The ledger has another value. */
  readonly differing: number;
}

export interface ImportPlan {
  /** The five actions add up to `rowsRead`. */
  readonly counts: Readonly<Record<RowAction, number>>;
  readonly rowsRead: number;
  readonly rows: readonly PlannedRow[];
  /** Of records the ledger has already; most differing first. */
  readonly fields: readonly FieldTally[];
}

/** The record as it will stand after the rows planned so far. */
interface Target {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly source: string | undefined;
}

/**
 * What committing the import would do, row by row; committing executes exactly this. Several rows
 * of one subject (a person named twice, an instructor's merged rows) are laid on one record in turn.
 */
export function planImport(
  interpretation: Interpretation,
  known: KnownRecords,
  policy: ImportPolicy,
): ImportPlan {
  const targets = new Map<string, Target>();
  const tallies = new Map<string, { blanks: number; differing: number }>();
  const rows: PlannedRow[] = [];
  for (const sheet of interpretation.sheets) {
    for (const reading of sheet.rows) {
      rows.push(planRow({ sheet: sheet.name, reading, known, policy, targets, tallies }));
    }
  }
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0, skipped: 0 };
  for (const { action } of rows) counts[action] += 1;
  const fields = [...tallies]
    .map(([field, tally]) => ({ field, ...tally }))
    .sort((one, other) => other.differing - one.differing || other.blanks - one.blanks);
  return { counts, rowsRead: rows.length, rows, fields };
}

interface PlanInput {
  readonly sheet: string;
  readonly reading: RowReading;
  readonly known: KnownRecords;
  readonly policy: ImportPolicy;
  readonly targets: Map<string, Target>;
  readonly tallies: Map<string, { blanks: number; differing: number }>;
}

function planRow(input: PlanInput): PlannedRow {
  const { sheet, reading, known, policy, targets } = input;
  const { row, record, verdict } = reading;
  const place = { sheet, row };
  const isReplaced = reading.issues.some(({ code }) => code === 'LATEST_WINS');
  if (record === undefined || isReplaced) {
    const action = verdict === 'reject' ? 'rejected' : 'skipped';
    return { ...place, action, target: undefined, source: undefined, changes: [] };
  }
  const { kind, key } = record;
  const target = targets.get(key) ?? knownTarget(known.byKey.get(key), record);
  if (target === undefined) {
    targets.set(key, { fields: record.fields, source: undefined });
    return { ...place, action: 'created', target: { kind, key }, source: undefined, changes: [] };
  }
  const differences = differencesOf(record, target);
  if (target.source !== undefined) tally(differences, input.tallies);
  const changes = differences.filter(({ field, before, after }) =>
    mayChange(before, after, policyOf(field, policy)),
  );
  targets.set(key, mergeInto(target, changes));
  const action = changes.length > 0 ? 'updated' : 'unchanged';
  return { ...place, action, target: { kind, key }, source: target.source, changes };
}

function knownTarget(found: KnownRecord | undefined, record: NormalisedRow): Target | undefined {
  return found?.kind === record.kind ? { fields: found.fields, source: found.source } : undefined;
}

function mergeInto(target: Target, changes: readonly FieldChange[]): Target {
  if (changes.length === 0) return target;
  const after = Object.fromEntries(changes.map((change) => [change.field, change.after]));
  return { fields: { ...target.fields, ...after }, source: target.source };
}

function tally(
  differences: readonly FieldChange[],
  tallies: Map<string, { blanks: number; differing: number }>,
): void {
  for (const { field, before } of differences) {
    const counted = tallies.get(field) ?? { blanks: 0, differing: 0 };
    if (before === undefined) counted.blanks += 1;
    else counted.differing += 1;
    tallies.set(field, counted);
  }
}

/** What the ledger keeps as records of its own: where there is none, 否 says nothing new. */
const absentMeansNo: ReadonlySet<string> = new Set(['hasPartyOrganization', 'hasInstructor']);

function differencesOf(record: NormalisedRow, target: Target): FieldChange[] {
  return Object.entries(record.fields).flatMap(([field, value]) => {
    const before = target.fields[field];
    const after = joinLists(before, value);
    const isTold = before === undefined && after === false && absentMeansNo.has(field);
    return isTold || isSame(before, after) ? [] : [{ field, before, after }];
  });
}

function policyOf(field: string, { default: common, perField = {} }: ImportPolicy): FieldPolicy {
  return (Object.hasOwn(perField, field) ? perField[field] : undefined) ?? common;
}

function mayChange(
  before: FieldValue | undefined,
  value: FieldValue,
  policy: FieldPolicy,
): boolean {
  // A list only grows: an instructor's further rows name further enterprises.
  if (before === undefined || typeof value === 'object')
    return policy !== 'keep' || before === undefined;
  return policy === 'overwrite';
}

function joinLists(before: FieldValue | undefined, value: FieldValue): FieldValue {
  if (typeof before !== 'object' || typeof value !== 'object') return value;
  return [...new Set([...before, ...value])];
}

function isSame(one: FieldValue | undefined, other: FieldValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
