import type { ReactNode } from 'react';
import { FactInput } from './fact-input';
import type { FactField } from './fact-fields';
import { fieldOfRow, lacksRequired, rowCount, withRow, type FactList } from './fact-lists';
import type { FactValues } from './fact-values';

type SectionProps = {
  readonly title: string;
  readonly remark: string;
  /** Open where something is on record; an empty one stays out of the way. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
};

/** Facts that most people have none of. */
export function RareFacts({ title, remark, isOpen, children }: SectionProps) {
  return (
    <details className="rare-facts" open={isOpen}>
      <summary>
        {title} <span className="muted small">{remark}</span>
      </summary>
      {children}
    </details>
  );
}

type ListProps = {
  readonly list: FactList;
  readonly isOpen: boolean;
  readonly values: FactValues;
  readonly onChange: (values: FactValues) => void;
};

export function FactListSection({ list, isOpen, values, onChange }: ListProps) {
  const rows = [...Array(rowCount(list, values)).keys()];
  return (
    <RareFacts
      title={list.title}
      remark={rows.length === 0 ? list.remark : `${list.remark}；清空一条即删去`}
      isOpen={isOpen}
    >
      {rows.map((row) => (
        <fieldset key={row} className="fact-row">
          <legend className="muted small">第 {row + 1} 条</legend>
          <FactGrid
            fields={list.fields.map((field) => fieldOfRow(list, row, field))}
            values={values}
            onChange={onChange}
          />
          {lacksRequired(list, values, row) && (
            <span className="field-error" role="alert">
              请选{list.fields.find(({ id }) => id === list.required)?.label}。
            </span>
          )}
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => onChange(withRow(list, values))}>
        加一条{list.title}
      </button>
    </RareFacts>
  );
}

type GridProps = {
  readonly fields: readonly FactField[];
  readonly values: FactValues;
  readonly onChange: (values: FactValues) => void;
};

export function FactGrid({ fields, values, onChange }: GridProps) {
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <FactInput
          key={field.id}
          field={field}
          id={field.id}
          value={values[field.id] ?? ''}
          onChange={(value) => onChange({ ...values, [field.id]: value })}
        />
      ))}
    </div>
  );
}
