import { longDate } from '../../lib/format';
import type { ReportTable } from '../../../contract/desk-work';
import { ReportBody, ReportColumns, ReportHead } from './report-rows';
import type { PageSlice } from './paginate';

export const outputModeWords: Readonly<Record<ReportTable['outputMode'], string>> = {
  internal: '内部使用',
  public: '公示',
  masked: '脱敏',
};

export function SheetHeading({
  table,
  isFirst,
}: {
  readonly table: ReportTable;
  readonly isFirst: boolean;
}) {
  if (!isFirst) {
    return (
      <p className="sheet-line">
        <span>{table.title}（续）</span>
        <span>{table.unitLine}</span>
      </p>
    );
  }
  return (
    <>
      <h2 className="sheet-title">{table.title}</h2>
      <p className="sheet-line">
        <span>填报单位（盖章）：{table.unitName}</span>
        <span>{longDate(table.asOf)}</span>
        <span>{table.unitLine}</span>
      </p>
    </>
  );
}

export function SheetFooter({ table }: { readonly table: ReportTable }) {
  const { responsible, preparer, phone } = table.signatories;
  return (
    <>
      {table.notes.map((note, index) => (
        <p className="sheet-note" key={note}>
          {index === 0 && !note.startsWith('注') ? '注：' : ''}
          {note}
        </p>
      ))}
      <p className="sheet-line sheet-signatories">
        <span>
          负责人：<u>{responsible}</u>
        </span>
        <span>
          填表人：<u>{preparer}</u>
        </span>
        <span>
          联系电话：<u>{phone}</u>
        </span>
        <span>报出时间：{longDate(table.asOf)}</span>
      </p>
    </>
  );
}

export type ReportSheetProps = {
  readonly table: ReportTable;
  readonly slice: PageSlice;
  readonly page: number;
  readonly pages: number;
};

/** One printed page; screen and printer show this very element. */
export function ReportSheet({ table, slice, page, pages }: ReportSheetProps) {
  return (
    <section className="sheet" aria-label={`第 ${page} 页，共 ${pages} 页`}>
      <div className="sheet-content">
        <SheetHeading table={table} isFirst={page === 1} />
        {slice.end > slice.start && (
          <table className="sheet-table" aria-label={table.title}>
            <ReportColumns table={table} />
            <ReportHead table={table} />
            <ReportBody table={table} start={slice.start} end={slice.end} />
          </table>
        )}
        {page === pages && <SheetFooter table={table} />}
      </div>
      <p className="sheet-line sheet-foot">
        <span>快照 {table.snapshotNumber}</span>
        <span>
          第 {page} 页　共 {pages} 页
        </span>
        <span>{outputModeWords[table.outputMode]}</span>
      </p>
    </section>
  );
}
