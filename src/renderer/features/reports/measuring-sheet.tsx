import { useLayoutEffect, useRef } from 'react';
import type { ReportTable } from '../../../contract/desk-work';
import type { PagedRow, PageRoom } from './paginate';
import { sheetVariables, type PaperChoice } from './paper-size';
import { ReportBody, ReportColumns, ReportHead } from './report-rows';
import { SheetFooter, SheetHeading } from './report-sheet';

export type SheetMeasures = { readonly rows: readonly PagedRow[]; readonly room: PageRoom };

/** Borders shared by neighbouring rows and the renderer's rounding must never push a row off its page. */
const safetyPixels = 3;

function heightOf(root: HTMLElement, selector: string): number {
  return root.querySelector(selector)?.getBoundingClientRect().height ?? 0;
}

function measure(root: HTMLElement): SheetMeasures {
  const content = heightOf(root, '[data-part="content"]') - safetyPixels;
  const head = heightOf(root, 'thead');
  return {
    rows: [...root.querySelectorAll('tbody tr')].map((row) => ({
      height: row.getBoundingClientRect().height,
      keepsWithNext: row.classList.contains('is-strong'),
    })),
    room: {
      firstPage: content - head - heightOf(root, '[data-part="first"]'),
      otherPages: content - head - heightOf(root, '[data-part="other"]'),
      lastFooter: heightOf(root, '[data-part="footer"]'),
    },
  };
}

export type MeasuringSheetProps = {
  readonly table: ReportTable;
  readonly choice: PaperChoice;
  readonly onMeasured: (measures: SheetMeasures) => void;
};

/** An unseen sheet of the same style whose real row heights decide the page breaks. */
export function MeasuringSheet({ table, choice, onMeasured }: MeasuringSheetProps) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (root.current !== null) onMeasured(measure(root.current));
  }, [table, choice, onMeasured]);

  return (
    <div
      className="measuring"
      aria-hidden="true"
      inert
      style={sheetVariables(choice, table.widths.length)}
    >
      <div className="measuring-sheet" ref={root}>
        <div className="sheet-content" data-part="content">
          <div className="measuring-part" data-part="first">
            <SheetHeading table={table} isFirst />
          </div>
          <div className="measuring-part" data-part="other">
            <SheetHeading table={table} isFirst={false} />
          </div>
          <table className="sheet-table">
            <ReportColumns table={table} />
            <ReportHead table={table} />
            <ReportBody table={table} start={0} end={table.rows.length} />
          </table>
          <div className="measuring-part" data-part="footer">
            <SheetFooter table={table} />
          </div>
        </div>
        <p className="sheet-line sheet-foot">
          <span>快照</span>
        </p>
      </div>
    </div>
  );
}
