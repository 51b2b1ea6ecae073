/** Bounds of the import jail (security.md §3.12); nothing a file says about itself widens them. */
export interface ParserLimits {
  readonly fileBytes: number;
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Inflated : deflated. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  readonly sheets: number;
}

const megabyte = 1024 * 1024;

export const parserLimits: ParserLimits = {
  fileBytes: 20 * megabyte,
  entries: 200,
  entryBytes: 100 * megabyte,
  totalBytes: 200 * megabyte,
  ratio: 200,
  rows: 100_000,
  columns: 256,
  cellCharacters: 32_767,
  sheets: 100,
};
