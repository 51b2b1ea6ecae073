import type { ActDraft } from './act-draft';

type Props = {
  readonly draft: ActDraft;
  readonly bodyHint: string;
  readonly hasMonths: boolean;
  readonly hasPapers: boolean;
  readonly onChange: (patch: Partial<ActDraft>) => void;
};

/** Body, paper, reason and who types it; months and papers only where the act has them. */
export function ActFields({ draft, bodyHint, hasMonths, hasPapers, onChange }: Props) {
  return (
    <div className="form-grid">
      <TextField id="body" label="决定机构" hint={bodyHint} draft={draft} onChange={onChange} />
      <TextField id="documentNumber" label="文号" draft={draft} onChange={onChange} />
      {hasMonths && (
        <TextField id="months" label="延长月数" hint="六至十二" draft={draft} onChange={onChange} />
      )}
      {hasPapers && (
        <div className="field">
          <label htmlFor="act-papers">材料是否随转</label>
          <select
            id="act-papers"
            value={draft.hasPapers}
            onChange={(event) => onChange({ hasPapers: event.target.value })}
          >
            <option value="">未登记</option>
            <option value="true">已随转</option>
            <option value="false">没有随转</option>
          </select>
        </div>
      )}
      <TextField id="operator" label="经办人" draft={draft} onChange={onChange} />
      <TextField id="reason" label="原因" draft={draft} onChange={onChange} />
    </div>
  );
}

type TextKey = 'body' | 'documentNumber' | 'months' | 'operator' | 'reason';
type TextProps = Pick<Props, 'draft' | 'onChange'> & {
  readonly id: TextKey;
  readonly label: string;
  readonly hint?: string;
};

function TextField({ id, label, hint = '', draft, onChange }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={`act-${id}`}>{label}</label>
      <input
        id={`act-${id}`}
        value={draft[id]}
        maxLength={200}
        placeholder={hint}
        onChange={(event) => onChange({ [id]: event.target.value })}
      />
    </div>
  );
}
