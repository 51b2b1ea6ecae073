import type { ImportSheet } from '../../../contract/imports';
import { Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { HeaderChoice } from './header-choice';
import {
  fieldOptions,
  mappingKey,
  withHeader,
  type ColumnMapping,
  type SheetChoices,
} from './mapping';

function rowsWords(rows: readonly number[]): string {
  return rows.length === 0 ? '没有' : `第 ${rows.join('、')} 行`;
}

type ColumnsProps = {
  readonly sheet: ImportSheet;
  readonly mapping: ColumnMapping;
  readonly onMapping: (mapping: ColumnMapping) => void;
};

function Columns({ sheet, mapping, onMapping }: ColumnsProps) {
  const known = new Set(fieldOptions.map(({ value }) => value));
  return (
    <div className="import-columns">
      <table className="plain-table" aria-label={`${sheet.name} 的列`}>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">表头</th>
            <th scope="col">例</th>
            <th scope="col">填入</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map(({ column, header, group, field, fieldWords, sample }) => {
            const key = mappingKey(sheet.name, column);
            const value = mapping[key] ?? field;
            return (
              <tr key={column}>
                <td>{column}</td>
                <td>
                  {group !== '' && <span className="muted">{group} / </span>}
                  {header}
                </td>
                <td className="import-sample">{sample}</td>
                <td>
                  <select
                    aria-label={`${column} 列“${header}”填入`}
                    value={value}
                    onChange={({ target }) => onMapping({ ...mapping, [key]: target.value })}
                  >
                    {!known.has(field) && <option value={field}>{fieldWords}</option>}
                    {fieldOptions.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.words}
                      </option>
                    ))}
                    {field !== 'custom' && <option value="custom">按原表头另存</option>}
                    {field !== 'ignore' && <option value="ignore">不导入</option>}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export type SheetsStepProps = {
  readonly sheets: readonly ImportSheet[];
  readonly choices: SheetChoices;
  readonly onChoices: (choices: SheetChoices) => void;
  readonly isLoading: boolean;
  readonly onNext: () => void;
};

function isLeftOut(sheet: ImportSheet, column: string, field: string, mapping: ColumnMapping) {
  return (mapping[mappingKey(sheet.name, column)] ?? field) === 'ignore';
}

function columnWords(columns: readonly ImportSheet['columns'][number][]): string {
  return columns.map(({ column, header }) => `${column} ${header}`).join('、');
}

type SheetProps = Pick<SheetsStepProps, 'choices' | 'onChoices'> & { readonly sheet: ImportSheet };

function Sheet({ sheet, choices, onChoices }: SheetProps) {
  const { mapping } = choices;
  const leftOut = sheet.columns.filter(({ column, field }) =>
    isLeftOut(sheet, column, field, mapping),
  );
  const kept = sheet.columns.filter(
    ({ column, field }) => (mapping[mappingKey(sheet.name, column)] ?? field) === 'custom',
  );
  return (
    <section className="section" aria-label={sheet.name}>
      <div className="section-head">
        <h2>{sheet.name}</h2>
        <span className="muted small">
          {sheet.isImported
            ? `${sheet.kindWords}，表头${rowsWords(sheet.headerRows)}，标题${rowsWords(sheet.titleRows)}，其下 ${sheet.counts.rows} 行${sheet.isRemembered ? '，列按上次的对应' : ''}`
            : `不导入：${sheet.reason}`}
        </span>
        <label className="more small">
          <input
            type="checkbox"
            checked={sheet.isImported}
            onChange={({ target }) =>
              onChoices({
                ...choices,
                included: { ...choices.included, [sheet.name]: target.checked },
              })
            }
          />{' '}
          导入这张表
        </label>
      </div>
      {sheet.opening.length > 0 && (
        <HeaderChoice
          sheet={sheet}
          onHeader={(rows) => onChoices(withHeader(choices, sheet.name, rows))}
        />
      )}
      {sheet.isImported && (
        <Columns
          sheet={sheet}
          mapping={mapping}
          onMapping={(next) => onChoices({ ...choices, mapping: next })}
        />
      )}
      {kept.length > 0 && <p className="small muted">按原表头另存的列：{columnWords(kept)}</p>}
      {leftOut.length > 0 && <p className="small muted">不导入的列：{columnWords(leftOut)}</p>}
    </section>
  );
}

/** Which sheets and columns are read, and as what; nothing is left out silently. */
export function SheetsStep({ sheets, choices, onChoices, isLoading, onNext }: SheetsStepProps) {
  const isAnyImported = sheets.some((sheet) => sheet.isImported);
  return (
    <>
      {sheets.map((sheet) => (
        <Sheet key={sheet.name} {...{ sheet, choices, onChoices }} />
      ))}
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={!isAnyImported || isLoading}
          onClick={onNext}
        >
          逐行核对
        </button>
        {isLoading && <Loading words="正在按所选重新核对" />}
        {!isAnyImported && (
          <StatusMark kind="soon">没有可导入的工作表，请点选表头所在的行，或换一个文件</StatusMark>
        )}
      </div>
    </>
  );
}
