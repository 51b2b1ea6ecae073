import { coverageDefinitions } from '../../core/intake/coverage-block';
import type { CoverageBlock, CoverageFigures } from '../../core/intake/coverage-figures';
import { definitionOf } from '../../core/intake/fields-data';
import type {
  ColumnReading,
  Interpretation,
  RowReading,
  SheetReading,
} from '../../core/intake/interpretation';
import { customKey } from '../../core/intake/map-columns';
import { columnLetters } from '../../core/intake/raw-workbook';

/** One JSON document in the schema of the `.expected.json` samples. */
export type WorkbookDocument = Readonly<Record<string, unknown>>;

export function workbookDocument(interpretation: Interpretation): WorkbookDocument {
  const { fileName, format, encoding, dateSystem, today, counts, crossFile } = interpretation;
  const imported = interpretation.sheets.filter((sheet) => sheet.isImported);
  const isSingle = imported.length === 1;
  const filledOn = imported.find((sheet) => sheet.filledOn !== undefined)?.filledOn;
  return {
    file: fileName,
    format,
    encoding: encoding ?? null,
    ...delimitedPart(interpretation),
    ...(format === 'csv' ? {} : { date_system: dateSystem }),
    as_of: today,
    sheets: interpretation.sheets.map(sheetPart),
    columns: imported.flatMap((sheet) =>
      sheet.columns.map((column) => columnPart(column, sheet, isSingle)),
    ),
    counts: {
      rows_after_header: counts.rowsAfterHeader,
      ok: counts.ok,
      warn: counts.warn,
      reject: counts.reject,
      skip: counts.skip,
      importable: counts.ok + counts.warn,
    },
    rows: imported.flatMap((sheet) => rowParts(sheet, isSingle)),
    ...coveragePart(imported),
    ...instructorPart(imported),
    ...(filledOn === undefined ? {} : { context: { fill_date: filledOn } }),
    ...(crossFile.length === 0
      ? {}
      : {
          cross_file: crossFile.map(({ row, source, sourceRow }) => ({
            row,
            other: shortName(source),
            other_row: sourceRow ?? null,
          })),
        }),
    notes: interpretation.notices,
  };
}

function delimitedPart({ delimited }: Interpretation): WorkbookDocument {
  if (delimited === undefined) return {};
  const { delimiter, newline, hasByteOrderMark } = delimited;
  // The samples write the newline in its escaped form.
  const escaped = JSON.stringify(newline).slice(1, -1);
  return { delimiter, newline: escaped, bom: hasByteOrderMark };
}

function sheetPart(sheet: SheetReading): WorkbookDocument {
  const { name, state } = sheet;
  if (!sheet.isImported) return { name, state, import: false, reason: sheet.leftOutBecause };
  return {
    name,
    state,
    import: true,
    ...listPart('title_rows', sheet.titleRows),
    ...listPart('info_rows', sheet.infoRows),
    header_rows: sheet.headerRows,
    first_data_row: sheet.firstDataRow,
    last_row: sheet.lastRow,
    ...listPart('hidden_cols', sheet.hiddenColumns.map(columnLetters)),
    ...listPart('hidden_rows', sheet.hiddenRows),
  };
}

function listPart(key: string, values: readonly unknown[]): WorkbookDocument {
  return values.length === 0 ? {} : { [key]: values };
}

function columnPart(
  column: ColumnReading,
  sheet: SheetReading,
  isSingle: boolean,
): WorkbookDocument {
  const field = column.field === undefined ? customKey(column) : definitionOf(column.field).label;
  return {
    ...(isSingle ? {} : { sheet: sheet.name }),
    col: columnLetters(column.column),
    header: column.header,
    field: column.isIgnored ? '_ignored' : field,
    ...(column.group === undefined ? {} : { group: column.group }),
  };
}

function rowParts(sheet: SheetReading, isSingle: boolean): WorkbookDocument[] {
  return sheet.rows
    .filter((row) => row.issues.length > 0)
    .map((row) => rowPart(row, sheet, isSingle));
}

function rowPart(
  { row, verdict, issues }: RowReading,
  sheet: SheetReading,
  isSingle: boolean,
): WorkbookDocument {
  return {
    ...(isSingle ? {} : { sheet: sheet.name }),
    row,
    verdict,
    issues: issues.map(({ code, col, raw, why, severity }) => ({ code, col, raw, why, severity })),
  };
}

/** Rows that the other way of reading the end of a month judges otherwise: both are to be accepted. */
export function alternativesPart(
  ruled: Interpretation,
  otherWay: Interpretation,
): WorkbookDocument {
  const imported = ruled.sheets.filter((sheet) => sheet.isImported);
  const alternatives = ruled.sheets.flatMap((sheet, index) => {
    const others = new Map(otherWay.sheets[index]?.rows.map((row) => [row.row, row]));
    return sheet.rows.flatMap((row) => {
      const other = others.get(row.row);
      return other === undefined || codesOf(other) === codesOf(row)
        ? []
        : [rowPart(other, sheet, imported.length === 1)];
    });
  });
  return alternatives.length === 0 ? {} : { alternatives };
}

const codesOf = ({ verdict, issues }: RowReading) =>
  [verdict, ...issues.map(({ code, column }) => `${code}@${column}`)].join(' ');

function coveragePart(imported: readonly SheetReading[]): WorkbookDocument {
  const blocks = imported.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverage]));
  const [first] = blocks;
  return first === undefined ? {} : { coverage: coverageDocument(first) };
}

function coverageDocument({
  total,
  byTown,
  byKind,
  hasStatusColumn,
}: CoverageBlock): WorkbookDocument {
  const definitions = hasStatusColumn
    ? coverageDefinitions
    : { ...coverageDefinitions, active: '校验通过的全部单位' };
  return {
    definitions,
    total: figuresDocument(total),
    ...groupsPart('by_town', byTown),
    ...groupsPart('by_kind', byKind),
  };
}

function groupsPart(key: string, groups: ReadonlyMap<string, CoverageFigures>): WorkbookDocument {
  if (groups.size === 0) return {};
  return { [key]: Object.fromEntries([...groups].map(([name, f]) => [name, figuresDocument(f)])) };
}

function figuresDocument(figures: CoverageFigures): WorkbookDocument {
  return {
    valid_rows: figures.validRows,
    active: figures.active,
    built: figures.built,
    sole: figures.sole,
    joint: figures.joint,
    org_coverage_pct: figures.organizationCoverage,
    sole_rate_pct: figures.soleRate,
    should_build: figures.shouldBuild,
    should_built: figures.shouldBuilt,
    should_build_rate_pct: figures.shouldBuildRate,
    should_not_built: figures.shouldNotBuilt,
    work_covered: figures.workCovered,
    work_coverage_pct: figures.workCoverage,
    can_joint_not_built: figures.canJointNotBuilt,
    staff50_no_member: figures.largeWithoutMember,
    staff10_active: figures.smallActive,
    staff10_built: figures.smallBuilt,
    staff10_org_coverage_pct: figures.smallOrganizationCoverage,
  };
}

function instructorPart(imported: readonly SheetReading[]): WorkbookDocument {
  const found = imported.find((sheet) => sheet.instructors !== undefined)?.instructors;
  return found === undefined ? {} : { instructors: found.people, valid_links: found.validLinks };
}

/** `F01_拟发展名册.xlsx` is spoken of as `F01`. */
function shortName(file: string): string {
  return file.replace(/\.[^.]*$/, '').split('_')[0] ?? file;
}
