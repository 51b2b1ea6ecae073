import type { VaultInput } from '../../../contract/channels';
import type { ImportPlanView } from '../../../contract/imports';
import { Section } from '../../components/page-head';

type Policy = VaultInput<'imports.plan'>['policy'];
/** Fields the user settled apart from the rest. */
export type FieldPolicies = Readonly<Record<string, Policy>>;

const words: Readonly<Record<Policy, string>> = {
  skip: '不动',
  fillBlanks: '只补空白',
  overwrite: '以表为准',
};

export type FieldPolicyTableProps = {
  readonly fields: ImportPlanView['fields'];
  readonly common: Policy;
  readonly chosen: FieldPolicies;
  readonly onChosen: (chosen: FieldPolicies) => void;
};

/** Where the sheet and the ledger meet, field by field; one can be settled apart from the rest. */
export function FieldPolicyTable({ fields, common, chosen, onChosen }: FieldPolicyTableProps) {
  if (fields.length === 0) return null;
  const choose = (field: string, value: string) => {
    const rest = Object.fromEntries(Object.entries(chosen).filter(([key]) => key !== field));
    onChosen(value === '' ? rest : { ...rest, [field]: value as Policy });
  };
  return (
    <Section title="表与台账不同的地方" remark="可以逐列另定；没有另定的，照上面统一的办">
      <table className="plain-table field-policies" aria-label="表与台账不同的地方">
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col" className="num">
              台账里空着
            </th>
            <th scope="col" className="num">
              台账里不同
            </th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, words: header, blanks, differing }) => (
            <tr key={field}>
              <td>{header}</td>
              <td className="num">{blanks}</td>
              <td className="num">{differing}</td>
              <td>
                <select
                  aria-label={`${header} 怎么办`}
                  value={chosen[field] ?? ''}
                  onChange={({ target }) => choose(field, target.value)}
                >
                  <option value="">同上（{words[common]}）</option>
                  {Object.entries(words).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
