import { isCalendarDate, type CalendarDate } from '../calendar/calendar-date';
import { confirmColumns } from './confirm-columns';
import { coverageOf } from './coverage-block';
import { easeNamesakes, type SeenRows } from './cross-row-checks';
import type { FieldId } from './fields-data';
import { findLayout, readHeader, type SheetLayout } from './find-layout';
import type {
  ColumnReading,
  MappingOverride,
  RowCounts,
  RowReading,
  SheetReading,
} from './interpretation';
import { verdictOf } from './issue-codes';
import { judgeRows, type StandingRow } from './judge-rows';
import type { KnownRecords } from './known-records';
import { fingerprintOf, mapColumns } from './map-columns';
import type { RawRow, RawSheet } from './raw-workbook';
import { readDate } from './read-date';
import { rowReader, type SkippedRow } from './read-rows';
import { isRejected, listOf, textOf, type MonthEnd, type RowDraft } from './row-draft';
import type { RowMemo } from './row-memory';
import { buildGrid, type SheetGrid } from './sheet-grid';
import { cellText, foldText } from './text';
import { templateOf, templates, type TemplateId } from './templates';

export interface SheetInput {
  readonly sheet: RawSheet;
  readonly dateSystem: 1900 | 1904;
  readonly today: CalendarDate;
  readonly known: KnownRecords;
  readonly monthEnd: MonthEnd;
  readonly seen: SeenRows;
  readonly override: MappingOverride[string] | undefined;
  /** Rows of this sheet judged before by the same measure. */
  readonly memoryOf: (measure: string) => WeakMap<RawRow, RowMemo>;
}

interface Found {
  readonly grid: SheetGrid;
  readonly layout: SheetLayout;
  readonly columns: readonly ColumnReading[];
  readonly fingerprint: string;
  readonly template: TemplateId;
}

/** Finds the table of one sheet and examines every row of it; sheets without one are left out. */
export function interpretSheet(input: SheetInput): SheetReading {
  const grid = buildGrid(input.sheet);
  const found = findTable(grid, input);
  if ('because' in found) return leftOut(input.sheet, grid, found);
  return readTable(input, found);
}

const explanatoryName = /说明|字典|须知|示例|样例|下拉|参数|代码表|填写要求|目录|数据字典/;

/** Why a sheet is left out; where its header was pointed at, the columns that may yet be named. */
interface LeftOut {
  readonly because: string;
  readonly pointed?: Pick<SheetReading, 'headerRows' | 'firstDataRow' | 'columns'>;
}

function findTable(grid: SheetGrid, { sheet, override }: SheetInput): Found | LeftOut {
  if (override?.isImported === false) return { because: '已选择不导入' };
  if (sheet.state !== 'visible' && override?.isImported !== true)
    return { because: '隐藏的工作表，默认不导入' };
  if (grid.lastRow === 0) return { because: '空工作表' };
  const layout = findLayout(grid, override?.headerRows);
  if (layout === undefined) return { because: '没有找到表头' };
  const header = readHeader(grid, layout);
  const proposed = mapColumns(header, override, titlesOf(grid, layout));
  const columns = confirmColumns(proposed, grid, layout, override?.columns ?? {});
  const template = templateOf(fieldsOf(columns));
  if (template === undefined) {
    const because = '没有姓名、单位或党组织名称等列';
    const { headerRows, firstDataRow } = layout;
    const pointed = { headerRows, firstDataRow, columns };
    return { because, ...(override?.headerRows && { pointed }) };
  }
  if (explanatoryName.test(sheet.name) && override?.isImported !== true)
    return { because: '填表说明或字典' };
  return { grid, layout, columns, fingerprint: fingerprintOf(header), template };
}

function fieldsOf(columns: readonly ColumnReading[]): ReadonlySet<FieldId> {
  return new Set(columns.flatMap(({ field }) => (field === undefined ? [] : [field])));
}

const noRows: RowCounts = { rowsAfterHeader: 0, ok: 0, warn: 0, reject: 0, skip: 0 };

function leftOut(
  sheet: RawSheet,
  grid: SheetGrid,
  { because, pointed = { headerRows: [], firstDataRow: 1, columns: [] } }: LeftOut,
): SheetReading {
  return {
    name: sheet.name,
    state: sheet.state,
    isImported: false,
    leftOutBecause: because,
    titleRows: [],
    infoRows: [],
    ...pointed,
    lastRow: grid.lastRow,
    hiddenColumns: sheet.hiddenColumns,
    hiddenRows: sheet.hiddenRows,
    template: undefined,
    subject: undefined,
    fingerprint: '',
    filledOn: undefined,
    rows: [],
    counts: noRows,
    coverage: undefined,
    instructors: undefined,
  };
}

function readTable(input: SheetInput, found: Found): SheetReading {
  const { grid, layout, columns, fingerprint, template } = found;
  const { sheet, dateSystem, today, known, monthEnd } = input;
  const { subject } = templates[template];
  const filledOn = findFilledOn(grid, layout.infoRows);
  const reader = rowReader({ grid, layout, columns, dateSystem });
  const context = { today, filledOn, isProposal: isProposal(grid, layout), monthEnd };
  const memory = input.memoryOf(JSON.stringify([reader.shape, template, context]));
  const judging = { grid, layout, reader, template, subject, context, known, memory };
  const { rows: judged, skipped } = judgeRows(judging);
  const drafts = judged.map(({ draft }) => draft);
  for (const { draft, isSuperseded } of judged)
    input.seen.check(draft, { subject, layoutKey: fingerprint, isSuperseded });
  easeNamesakes(drafts);
  const rows = [...judged.map(toReading), ...skipped.map(skippedReading)];
  rows.sort((one, other) => one.row - other.row);
  const accepted = drafts.filter((draft) => !isRejected(draft));
  return {
    name: sheet.name,
    state: sheet.state,
    isImported: true,
    leftOutBecause: undefined,
    ...layout,
    hiddenColumns: sheet.hiddenColumns,
    hiddenRows: sheet.hiddenRows,
    template,
    subject,
    fingerprint,
    filledOn,
    columns,
    rows,
    counts: countRows(rows),
    coverage: subject === 'organization' ? coverageOf(accepted) : undefined,
    instructors: subject === 'instructor' ? countInstructors(drafts, known) : undefined,
  };
}

function toReading({ draft, record }: StandingRow): RowReading {
  const verdict = verdictOf(draft.issues);
  const isKept = verdict === 'ok' || verdict === 'warn';
  return {
    row: draft.row,
    verdict,
    issues: draft.issues,
    record: isKept ? record : undefined,
  };
}

function skippedReading({ row, issue }: SkippedRow): RowReading {
  return { row, verdict: 'skip', issues: [issue], record: undefined };
}

export function countRows(rows: readonly Pick<RowReading, 'verdict'>[]): RowCounts {
  const counts = { rowsAfterHeader: rows.length, ok: 0, warn: 0, reject: 0, skip: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

const filledDate =
  /(?:填表|填报|制表|上报|报送|统计)?(?:时间|日期)\s*[:]?\s*(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?)/;

/** The day written on the form; rules about "so far" count to it. */
function findFilledOn(grid: SheetGrid, infoRows: readonly number[]): CalendarDate | undefined {
  for (const row of infoRows) {
    const line = (grid.rowAt(row)?.cells ?? [])
      .map((cell) => (typeof cell === 'string' ? cell : ''))
      .join(' ')
      .normalize('NFKC');
    const match = filledDate.exec(line)?.[1];
    if (match === undefined) continue;
    const { value } = readDate(match, { dateSystem: 1900, isMonthEnough: false });
    if (value !== undefined && isCalendarDate(value)) return value;
  }
  return undefined;
}

/** A list of people about to be taken further; one that also lists earlier stages proposes nobody. */
const proposal = /拟发展|拟接收|拟吸收|^(?!.*(积极分子|申请人|预备党员|情况|统计)).*发展对象/m;

function isProposal(grid: SheetGrid, layout: SheetLayout): boolean {
  return proposal.test(titlesOf(grid, layout));
}

/** The sheet's name and the lines above its header, as one text. */
function titlesOf(grid: SheetGrid, layout: SheetLayout): string {
  const lines = layout.titleRows.map((row) =>
    (grid.rowAt(row)?.cells ?? []).map((cell) => foldText(cellText(cell))).join(' '),
  );
  return [grid.sheet.name, ...lines].join('\n');
}

function countInstructors(drafts: readonly RowDraft[], known: KnownRecords) {
  const links = drafts
    .filter((draft) => !isRejected(draft))
    .flatMap((draft) => listOf(draft, 'targetOrganizations') ?? []);
  const names = known.organizationNames;
  const people = new Set(
    drafts.map(
      (draft) => textOf(draft, 'idNumber') ?? textOf(draft, 'instructorName') ?? draft.row,
    ),
  );
  return {
    people: people.size,
    validLinks: links.filter((name) => names === undefined || names.has(name)).length,
  };
}
