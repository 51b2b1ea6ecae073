import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { fieldDefinitions, type FieldId } from '../../../../core/intake/fields-data';
import type { Interpretation, NormalisedRow } from '../../../../core/intake/interpretation';
import { planImport, type PlannedRow } from '../../../../core/intake/plan-import';
import { tableWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';
import { mappingsToRemember } from './choices';
import { fieldWordsOf } from './import-views';
import { knownOfLedger } from './known';
import { layInstructor, layParty } from './lay-others';
import { layOrganization } from './lay-organization';
import { layPerson } from './lay-person';
import type { Examined, Shelf } from './intake-shelf';
import { RecordBook } from './record-book';
import { RowFields } from './row-fields';

const policies = { skip: 'keep', fillBlanks: 'fillBlanks', overwrite: 'overwrite' } as const;

export function planImportOf(
  desk: Desk,
  shelf: Shelf,
  { token, policy, perField = {} }: VaultInput<'imports.plan'>,
): Result<VaultOutput<'imports.plan'>> {
  const waiting = shelf.examined(token);
  if (waiting === undefined) return failed('C-103');
  const plan = planImport(waiting.interpretation, knownOfLedger(desk), {
    default: policies[policy],
    perField: Object.fromEntries(
      Object.entries(perField).map(([field, each]) => [field, policies[each]]),
    ),
  });
  waiting.plan = { plan, madeAt: desk.ledger.sequence };
  const { created, updated, unchanged, rejected, skipped } = plan.counts;
  const book = layRows(desk, waiting.interpretation, plan.rows);
  const main = mainTable(waiting.interpretation);
  const alsoCreates = [...book.created]
    .filter(([table]) => table !== main)
    .map(([table, count]) => ({ words: tableWords[table], count }));
  return {
    ok: true,
    value: {
      token,
      fileName: waiting.fileName,
      created,
      updated,
      unchanged,
      rejected,
      skipped,
      rowsRead: plan.rowsRead,
      edits: waiting.edits.size,
      alsoCreates,
      fields: plan.fields.map((tally) => ({ ...tally, words: wordsOfField(tally.field) })),
      ...earlierImport(desk, waiting),
    },
  };
}

function wordsOfField(field: string): string {
  return Object.hasOwn(fieldDefinitions, field)
    ? fieldWordsOf(field as FieldId, false)
    : field.replace(/^custom\./, '');
}

const tableOfKind = {
  person: 'people',
  organization: 'organizations',
  instructor: 'instructors',
  partyOrganization: 'partyOrganizations',
} as const;

function mainTable(interpretation: Interpretation) {
  const subject = interpretation.sheets.find(
    ({ isImported, subject: kind }) => isImported && kind !== undefined,
  )?.subject;
  return subject === undefined ? undefined : tableOfKind[subject];
}

function earlierImport(desk: Desk, waiting: Examined) {
  const earlier = desk.reference.importBatches
    .all()
    .find(({ fileName }) => fileName === waiting.fileName);
  return earlier === undefined ? {} : { alreadyImportedOn: earlier.importedOn };
}

/** Lays every row that the plan creates or updates on its record, in the order of the sheet. */
function layRows(
  desk: Desk,
  interpretation: Interpretation,
  rows: readonly PlannedRow[],
): RecordBook {
  const book = new RecordBook(desk);
  const made = new Map<string, string>();
  const readings = new Map(
    interpretation.sheets.flatMap((sheet) =>
      sheet.rows.map((row) => [`${sheet.name}/${row.row}`, { sheet, row }] as const),
    ),
  );
  for (const planned of rows) {
    if (planned.action !== 'created' && planned.action !== 'updated') continue;
    const found = readings.get(`${planned.sheet}/${planned.row}`);
    const record = found?.row.record;
    if (found === undefined || record === undefined) continue;
    const target = planned.source ?? made.get(record.key);
    const fields = new RowFields(fieldsToLay(planned, record));
    switch (record.kind) {
      case 'person':
        layPerson(book, fields, target ?? remember(made, record.key, book.newId()));
        break;
      case 'organization': {
        const isStaffApproximate = found.row.issues.some(({ code }) => code === 'NUMBER_APPROX');
        made.set(
          record.key,
          layOrganization(book, fields, target, {
            isStaffApproximate,
            isSocial: record.fields['socialKind'] !== undefined,
          }),
        );
        break;
      }
      case 'instructor':
        layInstructor(book, fields, target);
        break;
      case 'partyOrganization':
        layParty(book, fields, target);
        break;
    }
  }
  return book;
}

/** Fields that only say which record or neighbour is meant; they are looked up, not laid over. */
const namingFields: Readonly<Record<NormalisedRow['kind'], readonly string[]>> = {
  person: ['committeeName'],
  organization: ['hasPartyOrganization', 'partyOrganizationName', 'jointBranchName'],
  instructor: ['instructorName'],
  partyOrganization: ['branchName', 'partyOrganizationName', 'committeeName'],
};

/** What the plan changes on a record that is there already, and nothing else of the row. */
function fieldsToLay({ action, changes }: PlannedRow, record: NormalisedRow) {
  if (action === 'created') return record.fields;
  const naming = namingFields[record.kind].flatMap((field) => {
    const value = record.fields[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries([
    ...naming,
    ...changes.map(({ field, after }) => [field, after] as const),
  ]);
}

function remember(made: Map<string, string>, key: string, id: string): string {
  made.set(key, id);
  return id;
}

/** Executes exactly the plan last shown; if the ledger has moved on since, the plan is made anew first. */
export function commitImport(
  desk: Desk,
  shelf: Shelf,
  { token }: VaultInput<'imports.commit'>,
): Result<VaultOutput<'imports.commit'>> {
  const waiting = shelf.examined(token);
  if (waiting?.plan === undefined) return failed('C-103');
  if (waiting.plan.madeAt !== desk.ledger.sequence)
    return {
      ok: false,
      failure: {
        code: 'I-703',
        message: '计划算出后账本又有改动，没有导入。请重新查看计划再确认。[I-703]',
      },
    };
  const { plan } = waiting.plan;
  const changes = layRows(desk, waiting.interpretation, plan.rows).changes();
  const batchId = desk.newId();
  const batch = {
    id: batchId,
    fileName: waiting.fileName,
    importedOn: desk.today,
    counts: { ...plan.counts },
    ...memoryOf(waiting),
  };
  const result = desk.commit({
    action: 'imports.commit',
    note: batchId,
    changes: [...changes, { table: 'importBatches', id: batchId, before: null, after: batch }],
  });
  if (!result.ok) return result;
  shelf.delete(token);
  return { ok: true, value: { changeId: result.value.changeId, batchId } };
}

/** What the next import of such a sheet should know of this one. */
function memoryOf({ interpretation, mapping, edits }: Examined) {
  const mappings = mappingsToRemember(interpretation.sheets, mapping);
  return {
    ...(Object.keys(mappings).length === 0 ? {} : { mappings }),
    ...(edits.size === 0 ? {} : { edits: edits.size }),
  };
}

export function listBatches(desk: Desk): Result<VaultOutput<'imports.batches'>> {
  const entries = desk.ledger.history.entries().filter(({ action }) => action === 'imports.commit');
  const undone = new Set(desk.ledger.history.entries().flatMap(({ undoes }) => undoes ?? []));
  const batches = entries.flatMap((entry) => {
    const change = desk.ledger.history.change(entry.id);
    const batch = change?.changes.find(({ table }) => table === 'importBatches')?.after as
      | {
          id: string;
          fileName: string;
          importedOn: VaultOutput<'imports.batches'>[number]['importedOn'];
          counts: Record<string, number>;
        }
      | undefined;
    if (batch === undefined) return [];
    const { id, fileName, importedOn, counts } = batch;
    return [
      {
        id,
        changeId: entry.id,
        fileName,
        importedOn,
        created: counts['created'] ?? 0,
        updated: counts['updated'] ?? 0,
        isUndone: undone.has(entry.id),
      },
    ];
  });
  return { ok: true, value: batches.reverse() };
}
