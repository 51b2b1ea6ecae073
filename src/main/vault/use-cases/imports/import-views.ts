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
import {
  columnLetters,
  type RawSheet,
  type RawWorkbook,
} from '../../../../core/intake/raw-workbook';
import { cellText } from '../../../../core/intake/text';
import { templates } from '../../../../core/intake/templates';
import type { Desk } from '../desk';
import { maskIdNumber, maskPhone } from '../masking';
import { knownOfLedger } from './known';
import type { Shelf } from './intake-shelf';

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
  const override = mapping === undefined ? undefined : mappingOverride(mapping);
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
export function mappingOverride(mapping: Readonly<Record<string, string>>): MappingOverride {
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

/** What was made of the file under a token, or undefined where there is none. */
export function interpretationOf(shelf: Shelf, token: string): Interpretation | undefined {
  const waiting = shelf.get(token);
  return waiting === undefined || 'refusal' in waiting ? undefined : waiting.interpretation;
}
