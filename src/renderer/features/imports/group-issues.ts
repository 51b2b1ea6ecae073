import type { ImportRow } from '../../../contract/imports';

type Issue = ImportRow['issues'][number];

export type IssueEntry = Issue & {
  readonly sheet: string;
  readonly row: number;
  readonly keyWords: string;
  /** The cell it stands in, where it stands in one. */
  readonly cell: ImportRow['cells'][number] | undefined;
};

/** Everything that is repaired by one and the same act. */
export type IssueGroup = {
  readonly remedy: string;
  readonly severity: Issue['severity'];
  readonly entries: readonly IssueEntry[];
};

const weights: Readonly<Record<Issue['severity'], number>> = {
  reject: 0,
  warn: 1,
  info: 2,
  skip: 3,
};

/** Issues by repair act, the heaviest first and among equals the most frequent. */
export function groupIssues(rows: readonly ImportRow[]): readonly IssueGroup[] {
  const groups = new Map<string, IssueEntry[]>();
  for (const { sheet, row, keyWords, cells, issues } of rows) {
    for (const issue of issues) {
      const key = `${weights[issue.severity]} ${issue.remedy}`;
      const cell = cells.find(({ column }) => column === issue.place);
      groups.set(key, [...(groups.get(key) ?? []), { ...issue, sheet, row, keyWords, cell }]);
    }
  }
  return [...groups.values()]
    .flatMap((entries) => {
      const first = entries[0];
      return first === undefined
        ? []
        : [{ remedy: first.remedy, severity: first.severity, entries }];
    })
    .sort(
      (one, other) =>
        weights[one.severity] - weights[other.severity] ||
        other.entries.length - one.entries.length,
    );
}
