import type { QuotaRow } from '../../../contract/planning';

/** Planned figures as typed, by the row they belong to. */
export type QuotaDraft = Readonly<Record<string, string>>;

export type QuotaEntry = {
  readonly areaId?: string;
  readonly branchId?: string;
  readonly count: number;
};

export const rowKey = ({ areaId, branchId }: Pick<QuotaRow, 'areaId' | 'branchId'>): string =>
  `${areaId}/${branchId}`;

export const isBadCount = (text: string): boolean => !/^\d{1,4}$/.test(text.trim());

/** What really changed: a figure typed back to what it was is no change. */
export function readEntries(rows: readonly QuotaRow[], draft: QuotaDraft): QuotaEntry[] {
  return rows.flatMap((row) => {
    const text = draft[rowKey(row)];
    if (text === undefined || isBadCount(text) || Number(text) === row.planned) return [];
    return [
      {
        ...(row.areaId === '' ? {} : { areaId: row.areaId }),
        ...(row.branchId === '' ? {} : { branchId: row.branchId }),
        count: Number(text),
      },
    ];
  });
}
