import type { Format, Sheet } from '../../../support/sheet-formats';

/** A workbook somebody keeps, and what a careful reader finds in it. */
export interface WorkbookCase {
  readonly title: string;
  readonly file: string;
  /** The same sheets must mean the same in every format. */
  readonly formats: readonly Format[];
  readonly sheets: readonly Sheet[];
  /** Files imported before. */
  readonly after?: readonly WorkbookCase[];
  /** `row CODE header`, worked out by hand; rows that are not named have no issue at all. */
  readonly issues: readonly string[];
}
