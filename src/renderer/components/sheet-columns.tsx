import type { ImportSheet } from '../../contract/imports';
import { HeaderChoice } from './header-choice';
import {
  fieldOptions,
  mappingKey,
  withHeader,
  type ColumnMapping,
  type SheetChoices,
} from './sheet-choices';
import './sheet-columns.css';

function rowsWords(rows: readonly number[]): string {
  return rows.length === 0 ? '没有' : `第 ${rows.join('、')} 行`;
}

type ColumnsProps = {
  readonly sheet: ImportSheet;
  readonly mapping: ColumnMapping;
  readonly verb: SheetColumnsProps['verb'];
  readonly onMapping: (mapping: ColumnMapping) => void;
};

function Columns({ sheet, mapping, verb, onMapping }: ColumnsProps) {
  const known = new Set(fieldOptions.map(({ value }) => value));
  return (
    <div className="sheet-columns">
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
                <td className="sheet-sample">{sample}</td>
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
                    {field !== 'ignore' && <option value="ignore">不{verb}</option>}
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

function isLeftOut(sheet: ImportSheet, column: string, field: string, mapping: ColumnMapping) {
  return (mapping[mappingKey(sheet.name, column)] ?? field) === 'ignore';
}

function columnWords(columns: readonly ImportSheet['columns'][number][]): string {
  return columns.map(({ column, header }) => `${column} ${header}`).join('、');
}

export type SheetColumnsProps = {
  readonly sheet: ImportSheet;
  readonly choices: SheetChoices;
  readonly onChoices: (choices: SheetChoices) => void;
  /** What is done with the sheet. */
  readonly verb: '导入' | '比对';
};

/** One sheet of a foreign workbook: which row is its header, and what each column is read as. */
export function SheetColumns({ sheet, choices, onChoices, verb }: SheetColumnsProps) {
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
            : `不${verb}：${sheet.reason}`}
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
          {verb}这张表
        </label>
      </div>
      {sheet.opening.length > 0 && (
        <HeaderChoice
          sheet={sheet}
          onHeader={(rows) => onChoices(withHeader(choices, sheet.name, rows))}
        />
      )}
      {sheet.columns.length > 0 && (
        <Columns
          sheet={sheet}
          mapping={mapping}
          verb={verb}
          onMapping={(next) => onChoices({ ...choices, mapping: next })}
        />
      )}
      {kept.length > 0 && <p className="small muted">按原表头另存的列：{columnWords(kept)}</p>}
      {leftOut.length > 0 && (
        <p className="small muted">
          不{verb}的列：{columnWords(leftOut)}
        </p>
      )}
    </section>
  );
}
