import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { ImportSheet } from '../../../../contract/imports';
import { failed } from '../../../../contract/failure-words';
import { applyEdits } from '../../../../core/intake/edit-cells';
import type { KnownRecords } from '../../../../core/intake/known-records';
import { fieldDefinitions, type FieldId } from '../../../../core/intake/fields-data';
import { interpretWorkbook } from '../../../../core/intake/interpret-workbook';
import type {
  Interpretation,
  MappingOverride,
  SheetReading,
} from '../../../../core/intake/interpretation';
import {
  columnLetters,
  type RawSheet,
  type RawWorkbook,
} from '../../../../core/intake/raw-workbook';
import { cellText, foldText } from '../../../../core/intake/text';
import { templates } from '../../../../core/intake/templates';
import type { Desk } from '../desk';
import { maskIdNumber, maskPhone } from '../masking';
import { overrideOf, rememberedMappings, withRemembered } from './choices';
import { knownOfLedger } from './known';
import type { Shelf, Waiting } from './intake-shelf';

/** What the importer makes of the waiting workbook; the user's choices interpret it again. */
export async function readImport(
  desk: Desk,
  shelf: Shelf,
  { token, ...choices }: VaultInput<'imports.read'>,
): Promise<Result<VaultOutput<'imports.read'>>> {
  const waiting = await shelf.arrived(token);
  if (waiting === undefined) return failed('C-103');
  if ('refusal' in waiting)
    return { ok: false, failure: { code: 'I-701', message: waiting.refusal } };
  const override = overrideOf(choices);
  const remembered = rememberedMappings(desk);
  examine(desk, waiting, override);
  const recalled = withRemembered(waiting.interpretation, override, remembered);
  if (recalled !== undefined) examine(desk, waiting, recalled);
  const { sheets } = waiting.interpretation;
  return {
    ok: true,
    value: {
      fileName: waiting.fileName,
      edits: waiting.edits.size,
      sheets: sheets.map((sheet) => ({
        ...sheetView(sheet, waiting.workbook),
        isRemembered: remembered.has(sheet.fingerprint),
      })),
    },
  };
}

/** Judges the workbook with the user's choices and edits; rows that are as they were are not read again. */
export function examine(
  desk: Desk,
  waiting: Waiting,
  mapping: MappingOverride = waiting.mapping,
): asserts waiting is Waiting & { interpretation: Interpretation } {
  waiting.mapping = mapping;
  waiting.interpretation = interpretWorkbook(
    applyEdits(waiting.workbook, [...waiting.edits.values()]),
    { today: desk.today, known: knownFor(desk, waiting), mapping, memory: waiting.memory },
  );
  delete waiting.plan;
}

/** The same records as long as the ledger is the same. */
function knownFor(desk: Desk, waiting: Waiting): KnownRecords {
  const madeAt = desk.ledger.sequence;
  if (waiting.known?.madeAt !== madeAt) waiting.known = { records: knownOfLedger(desk), madeAt };
  return waiting.known.records;
}

function sheetView(sheet: SheetReading, workbook: RawWorkbook): Omit<ImportSheet, 'isRemembered'> {
  const raw = workbook.sheets.find(({ name }) => name === sheet.name);
  const { ok, warn, reject, skip, rowsAfterHeader } = sheet.counts;
  return {
    name: sheet.name,
    kindWords: sheet.template === undefined ? '未识别' : templates[sheet.template].label,
    isImported: sheet.isImported,
    reason: sheet.leftOutBecause ?? '',
    titleRows: [...sheet.titleRows],
    headerRows: [...sheet.headerRows],
    opening: openingOf(raw),
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

const openingRows = 10;
const openingColumns = 10;
const longestSample = 24;

function openingOf(raw: RawSheet | undefined): ImportSheet['opening'] {
  return (raw?.rows ?? []).slice(0, openingRows).map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: Math.min(openingColumns, cells.length) }, (_, column) =>
      shorten(maskDigits(foldText(cellText(cells[column])))),
    ),
  }));
}

function shorten(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;
}

const sampleRows = 5;

/** The first value under a header, so that a worker sees what a column holds; numbers of people stay hidden. */
function sampleOf(raw: RawSheet | undefined, firstRow: number, column: number): string {
  const rows = raw?.rows.filter(({ row }) => row >= firstRow).slice(0, sampleRows) ?? [];
  for (const { cells } of rows) {
    const text = maskDigits(cellText(cells[column]));
    if (text !== '') return shorten(text);
  }
  return '';
}

const idNumberLike = /\d{6}(?:[\d\s]{5,9})[\dXx]{4}/g;

/** ID numbers and phones in foreign cells are shown like ours: masked. */
export function maskDigits(text: string): string {
  return text
    .replaceAll(idNumberLike, (found) => maskIdNumber(found))
    .replaceAll(/1\d{10}/g, (found) => maskPhone(found));
}

export function fieldWordsOf(field: FieldId | undefined, isIgnored: boolean): string {
  if (isIgnored) return '不导入';
  if (field === undefined) return '自定义字段';
  return fieldDefinitions[field].headers[0] ?? field;
}
