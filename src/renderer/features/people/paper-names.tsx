import { paperWords } from '../../../core/labels/dossier-parts';
import { RareFacts } from './fact-list-section';
import { YesNo } from './paper-row';
import { isAtHand, type PaperDraft } from './papers-draft';

type Props = {
  readonly drafts: readonly PaperDraft[];
  readonly isOpen: boolean;
  readonly onChange: (index: number, patch: Partial<PaperDraft>) => void;
};

/** What the papers at hand say of the name, the signing secretary and the day. */
export function PaperNames({ drafts, isOpen, onChange }: Props) {
  const shown = drafts.flatMap((draft, index) => (isAtHand(draft) ? [{ draft, index }] : []));
  return (
    <RareFacts
      title="姓名和签名核对"
      remark="各件所写姓名是否一致，签名书记当时是否在任，有无落款日期"
      isOpen={isOpen}
    >
      {shown.length === 0 ? (
        <p className="muted">还没有存有的材料。先在上表登记原件或复印件，再逐件核对。</p>
      ) : (
        <table className="plain-table papers-table" aria-label="姓名和签名核对">
          <thead>
            <tr>
              <th>材料</th>
              <th>{paperWords.statedName}</th>
              <th>{paperWords.signedBy}</th>
              <th>{paperWords.isDated}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ draft, index }) => (
              <NameRow
                key={`${draft.kind}/${index}`}
                draft={draft}
                onChange={(patch) => onChange(index, patch)}
              />
            ))}
          </tbody>
        </table>
      )}
    </RareFacts>
  );
}

type RowProps = {
  readonly draft: PaperDraft;
  readonly onChange: (patch: Partial<PaperDraft>) => void;
};

function NameRow({ draft, onChange }: RowProps) {
  return (
    <tr>
      <td>{draft.kind}</td>
      {(['statedName', 'signedBy'] as const).map((key) => (
        <td key={key}>
          <input
            aria-label={`${draft.kind}：${paperWords[key]}`}
            value={draft[key]}
            maxLength={60}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        </td>
      ))}
      <td>
        <YesNo
          label={`${draft.kind}：${paperWords.isDated}`}
          value={draft.isDated}
          onChange={(isDated) => onChange({ isDated })}
        />
      </td>
    </tr>
  );
}
