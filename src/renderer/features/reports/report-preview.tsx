import { useEffect, useRef, useState } from 'react';
import type { ReportTable } from '../../../contract/desk-work';
import type { PageSlice } from './paginate';
import { paperSize, sheetVariables, type PaperChoice } from './paper-size';
import { ReportSheet } from './report-sheet';

/** CSS pixels a millimetre has by definition (96 px to 25.4 mm). */
const pixelsPerMillimetre = 96 / 25.4;
const deskPadding = 28;

/** Zoom that fits the sheet into the width there is, never beyond true size. */
function useFitWidth(millimetres: number) {
  const desk = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0.75);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const room = element.clientWidth - deskPadding;
      setZoom(Math.min(1, room / (millimetres * pixelsPerMillimetre)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [millimetres]);
  return { desk, zoom };
}

export type ReportPreviewProps = {
  readonly table: ReportTable;
  readonly slices: readonly PageSlice[];
  readonly choice: PaperChoice;
  readonly onPageShown: (page: number) => void;
};

export function ReportPreview({ table, slices, choice, onPageShown }: ReportPreviewProps) {
  const { desk, zoom } = useFitWidth(paperSize(choice).width);
  const followScroll = () => {
    const element = desk.current;
    if (element === null) return;
    const share = element.scrollTop / Math.max(1, element.scrollHeight);
    onPageShown(Math.min(slices.length, Math.floor(share * slices.length + 0.4) + 1));
  };
  return (
    <div
      className="report-desk"
      ref={desk}
      style={sheetVariables(choice, table.widths.length)}
      onScroll={followScroll}
      tabIndex={0}
      role="region"
      aria-label="版面预览"
    >
      <div className="report-stack" style={{ zoom }}>
        {slices.map((slice, index) => (
          <ReportSheet
            key={index}
            table={table}
            slice={slice}
            page={index + 1}
            pages={slices.length}
          />
        ))}
      </div>
    </div>
  );
}
