import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { ImportRow, ImportSheet } from '../../../../contract/desk-work';
import { failed } from '../../../../contract/failure-words';
import { fieldDefinitions, type FieldId } from '../../../../core/intake/fields-data';
import { interpretWorkbook } from '../../../../core/intake/interpret-workbook';
import type {
  Interpretation,
  MappingOverride,
  SheetReading,
} from '../../../../core/intake/interpretation';
import { issueCodes } from '../../../../core/intake/issue-codes';
import { planImport, type PlannedRow } from '../../../../core/intake/plan-import';
import {
  columnLetters,
  type RawSheet,
  type RawWorkbook,
} from '../../../../core/intake/raw-workbook';
import { cellText } from '../../../../core/intake/text';
import { templates } from '../../../../core/intake/templates';
import { tableWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';
import { maskIdNumber, maskPhone } from '../masking';
import { knownOfLedger } from './known';
import { layInstructor, layParty } from './lay-others';
import { layOrganization } from './lay-organization';
import { layPerson } from './lay-person';
import type { Shelf, Waiting } from './intake-shelf';
import { RecordBook } from './record-book';
import { RowFields } from './row-fields';

/** What the importer makes of the waiting workbook; a mapping of the user's own interprets it again. */
export function readImport(
  desk: Desk,
  shelf: Shelf,
  { token, mapping }: VaultInput<'imports.read'>,
): Result<VaultOutput<'imports.read'>> {
  const waiting = shelf.get(token);
  if (waiting === undefined) return failed('C-103');
  if ('refusal' in waiting)
    return { ok: false, failure: { code: 'I-701', message: waiting.refusal } };
  const override = mapping === undefined ? undefined : overrideOf(mapping);
  waiting.interpretation = interpretWorkbook(waiting.workbook, {
    today: desk.today,
    known: knownOfLedger(desk),
    ...(override === undefined ? {} : { mapping: override }),
  });
  delete waiting.plan;
  return {
    ok: true,
    value: {
      fileName: waiting.fileName,
      sheets: waiting.interpretation.sheets.map((sheet) => sheetView(sheet, waiting.workbook)),
    },
  };
}

/** `sheet!COLUMN` → field, as the window sends it. */
function overrideOf(mapping: Readonly<Record<string, string>>): MappingOverride {
  const sheets: Record<string, { columns: Record<number, FieldId | 'custom' | 'ignore'> }> =
    Object.create(null) as Record<string, { columns: Record<number, FieldId> }>;
  for (const [place, field] of Object.entries(mapping)) {
    const [sheet, letters] = [
      place.slice(0, place.lastIndexOf('!')),
      place.slice(place.lastIndexOf('!') + 1),
    ];
    const column =
      [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
    const entry = (sheets[sheet] ??= { columns: {} });
    if (field === 'custom' || field === 'ignore' || Object.hasOwn(fieldDefinitions, field))
      entry.columns[column] = field as FieldId;
  }
  return sheets;
}

function sheetView(sheet: SheetReading, workbook: RawWorkbook): ImportSheet {
  const raw = workbook.sheets.find(({ name }) => name === sheet.name);
  const { ok, warn, reject, skip, rowsAfterHeader } = sheet.counts;
  return {
    name: sheet.name,
    kindWords: sheet.template === undefined ? '未识别' : templates[sheet.template].label,
    isImported: sheet.isImported,
    reason: sheet.leftOutBecause ?? '',
    titleRows: [...sheet.titleRows],
    headerRows: [...sheet.headerRows],
    columns: sheet.columns.map((column) => ({
      column: columnLetters(column.column),
      header: column.header,
      group: column.group ?? '',
      field: column.isIgnored ? 'ignore' : (column.field ?? 'custom'),
      fieldWords: fieldWordsOf(column.field, column.isIgnored),
      sample: sampleOf(raw, sheet.firstDataRow, column.column),
    })),
    counts: { rows: rowsAfterHeader, ok, warn, reject, skip, importable: ok + warn },
  };
}

const sampleRows = 5;
const longestSample = 24;

/** The first value under a header, so that a worker sees what a column holds; numbers of people stay hidden. */
function sampleOf(raw: RawSheet | undefined, firstRow: number, column: number): string {
  const rows = raw?.rows.filter(({ row }) => row >= firstRow).slice(0, sampleRows) ?? [];
  for (const { cells } of rows) {
    const text = maskDigits(cellText(cells[column]));
    if (text !== '') return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;
  }
  return '';
}

const idNumberLike = /\d{6}(?:[\d\s]{5,9})[\dXx]{4}/g;

/** ID numbers and phones in foreign cells are shown like ours: masked. */
function maskDigits(text: string): string {
  return text
    .replaceAll(idNumberLike, (found) => maskIdNumber(found))
    .replaceAll(/1\d{10}/g, (found) => maskPhone(found));
}

function fieldWordsOf(field: FieldId | undefined, isIgnored: boolean): string {
  if (isIgnored) return '不导入';
  if (field === undefined) return '自定义字段';
  return fieldDefinitions[field].headers[0] ?? field;
}

export function listImportRows(
  _desk: Desk,
  shelf: Shelf,
  { token, verdict, range }: VaultInput<'imports.rows'>,
): Result<VaultOutput<'imports.rows'>> {
  const interpretation = interpretationOf(shelf, token);
  if (interpretation === undefined) return failed('C-103');
  const rows = interpretation.sheets.flatMap((sheet) =>
    sheet.rows
      .filter((row) => verdict === undefined || row.verdict === verdict)
      .map((row): ImportRow => rowView(sheet.name, row)),
  );
  return {
    ok: true,
    value: { rows: rows.slice(range.offset, range.offset + range.limit), total: rows.length },
  };
}

function rowView(sheet: string, row: SheetReading['rows'][number]): ImportRow {
  return {
    sheet,
    row: row.row,
    verdict: row.verdict,
    keyWords: String(
      row.record?.fields['name'] ??
        row.record?.fields['organizationName'] ??
        row.record?.fields['instructorName'] ??
        '',
    ),
    issues: row.issues.map(({ code, col, raw, why, severity }) => ({
      code,
      column: col ?? '',
      raw: raw === null ? '' : maskDigits(String(raw)),
      why,
      remedy: issueCodes[code].meaning,
      severity,
    })),
  };
}

function interpretationOf(shelf: Shelf, token: string): Interpretation | undefined {
  const waiting = shelf.get(token);
  return waiting === undefined || 'refusal' in waiting ? undefined : waiting.interpretation;
}

const policies = { skip: 'keep', fillBlanks: 'fillBlanks', overwrite: 'overwrite' } as const;

export function planImportOf(
  desk: Desk,
  shelf: Shelf,
  { token, policy }: VaultInput<'imports.plan'>,
): Result<VaultOutput<'imports.plan'>> {
  const waiting = shelf.get(token);
  if (waiting === undefined || 'refusal' in waiting || waiting.interpretation === undefined)
    return failed('C-103');
  const plan = planImport(waiting.interpretation, knownOfLedger(desk), {
    default: policies[policy],
  });
  waiting.plan = { plan, madeAt: desk.ledger.sequence, policy };
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
      alsoCreates,
      ...earlierImport(desk, waiting),
    },
  };
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

function earlierImport(desk: Desk, waiting: Waiting) {
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
    const fields = new RowFields(record.fields);
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
  const waiting = shelf.get(token);
  if (
    waiting === undefined ||
    'refusal' in waiting ||
    waiting.interpretation === undefined ||
    waiting.plan === undefined
  )
    return failed('C-103');
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
