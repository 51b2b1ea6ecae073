import type { FactDate } from '../calendar/calendar-date';
import type { FieldId } from '../intake/fields-data';
import type { Interpretation, NormalisedRow, SheetReading } from '../intake/interpretation';
import type { RawWorkbook } from '../intake/raw-workbook';
import { cellText, foldText } from '../intake/text';
import type { OrganizationKind, OrganizationStatus } from '../records/organization';
import type { ListSource } from '../records/reconciliation';
import type { ForeignList, ListedUnit, UnreadRow } from './types';

const statuses: Readonly<Record<string, OrganizationStatus>> = {
  正常: 'operating',
  停业: 'suspended',
  注销: 'deregistered',
  吊销: 'revoked',
  迁出: 'movedAway',
  空壳: 'shell',
  僵尸: 'dormant',
  一照多址: 'duplicateAddress',
};

/** What tells the kind of a unit on a list, first match first. */
const kindSigns: Readonly<Record<ListSource, readonly (readonly [RegExp, OrganizationKind])[]>> = {
  market: [[/个体/, 'soleTrader']],
  civil: [
    [/基金会/, 'foundation'],
    [/社会团体|社团|协会|商会|学会|联合会|促进会|研究会/, 'socialGroup'],
  ],
  other: [
    [/律师/, 'lawFirm'],
    [/会计师/, 'accountingFirm'],
    [/税务师/, 'taxFirm'],
  ],
};
const otherwise: Readonly<Record<ListSource, OrganizationKind>> = {
  market: 'enterprise',
  civil: 'socialServiceBody',
  other: 'otherProfessionalFirm',
};

/** Units a list of this source holds as a rule; the worker may say otherwise. */
export const usualKinds: Readonly<Record<ListSource, readonly OrganizationKind[]>> = {
  market: ['enterprise'],
  civil: ['socialGroup', 'foundation', 'socialServiceBody'],
  other: ['lawFirm', 'accountingFirm', 'taxFirm', 'otherProfessionalFirm'],
};

function kindOf(source: ListSource, signs: readonly (string | undefined)[]): OrganizationKind {
  const text = signs.filter((sign) => sign !== undefined).join(' ');
  return kindSigns[source].find(([pattern]) => pattern.test(text))?.[1] ?? otherwise[source];
}

function textOf({ fields }: NormalisedRow, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listedUnit(place: string, row: NormalisedRow, source: ListSource): ListedUnit | undefined {
  const name = textOf(row, 'organizationName');
  if (name === undefined) return undefined;
  const registrationType = textOf(row, 'enterpriseType') ?? textOf(row, 'socialKind');
  const stated = {
    creditCode: textOf(row, 'creditCode'),
    status: statuses[textOf(row, 'operatingStatus') ?? ''],
    address: textOf(row, 'address'),
    town: textOf(row, 'town'),
    foundedOn: textOf(row, 'foundedOn') as FactDate | undefined,
    registrationType,
    headName: textOf(row, 'headName'),
  };
  const known = Object.entries(stated).filter(([, value]) => value !== undefined);
  const kind = kindOf(source, [registrationType, name]);
  return { place, name, kind, ...Object.fromEntries(known) };
}

const usesSheet = ({ isImported, subject }: SheetReading): boolean =>
  isImported && subject === 'organization';

/** Whether the list may be compared as it was read: some sheet lists units, and each by name and code. */
export function isCertainReading({ sheets }: Interpretation): boolean {
  const used = sheets.filter(usesSheet);
  const names = ({ columns }: SheetReading, wanted: FieldId): boolean =>
    columns.some(({ field, isIgnored }) => field === wanted && !isIgnored);
  return (
    used.length > 0 &&
    used.every((sheet) => names(sheet, 'organizationName') && names(sheet, 'creditCode'))
  );
}

/** The text of a cell of a refused row, so that its unit can still be recognised. */
function rawText(
  { raw, sheet }: { raw: RawWorkbook; sheet: SheetReading },
  rowNumber: number,
  field: 'organizationName' | 'creditCode',
): string {
  const column = sheet.columns.find((each) => each.field === field)?.column;
  const cells = raw.sheets
    .find(({ name }) => name === sheet.name)
    ?.rows.find(({ row }) => row === rowNumber)?.cells;
  return column === undefined ? '' : foldText(cellText(cells?.[column]));
}

/** Rows of the sheets that list units; a sheet of people is none of ours. */
export function readForeignList(
  { interpretation, raw }: { readonly interpretation: Interpretation; readonly raw: RawWorkbook },
  head: Pick<ForeignList, 'source' | 'fileName' | 'listedOn'>,
): ForeignList {
  const units: ListedUnit[] = [];
  const unread: UnreadRow[] = [];
  let skipped = 0;
  for (const sheet of interpretation.sheets) {
    if (!usesSheet(sheet)) continue;
    for (const { row, verdict, issues, record } of sheet.rows) {
      const place = `${sheet.name}!${row}`;
      const listed = record === undefined ? undefined : listedUnit(place, record, head.source);
      if (listed !== undefined) units.push(listed);
      else if (verdict === 'skip') skipped += 1;
      else {
        unread.push({
          place,
          name: rawText({ raw, sheet }, row, 'organizationName'),
          creditCode: rawText({ raw, sheet }, row, 'creditCode'),
          why: issues.find(({ severity }) => severity === 'reject')?.why ?? '读不出单位名称',
        });
      }
    }
  }
  return { ...head, units, unread, skipped };
}
