import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { PaperNames } from './paper-names';
import { PaperRow } from './paper-row';
import {
  draftPapers,
  hasNames,
  isAtHand,
  isBadDraft,
  readPapers,
  type PaperDraft,
} from './papers-draft';

const heads = ['步', '材料', '存有', '页数', '存放处', '签名', '盖章', '落款日期'];

/** Every paper a step leaves behind, entered in its row; one save for all. */
export function PapersForm({ view }: { readonly view: PersonView }) {
  const [drafts, setDrafts] = useState(() => draftPapers(view.record.dossier?.papers ?? []));
  const [startsOpen] = useState(() => hasNames(drafts));
  const [other, setOther] = useState('');
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const kept = drafts.filter(isAtHand).length;
  const absent = drafts.filter(({ state }) => state === 'absent').length;
  const isBroken = drafts.some(isBadDraft);

  function change(index: number, patch: Partial<PaperDraft>): void {
    setSaved(false);
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...patch } : draft)));
  }
  function addOther(): void {
    const kind = other.trim();
    if (kind === '') return;
    const [row] = draftPapers([{ kind, state: 'original' }]).filter((each) => each.kind === kind);
    if (row !== undefined) setDrafts([...drafts, row]);
    setOther('');
    setSaved(false);
  }
  async function save(): Promise<void> {
    if (isBroken || isBusy) return;
    const papers = readPapers(drafts);
    const edit = papers.length > 0 ? { patch: { papers }, clears: [] } : emptied;
    const saved = await run(() => askVault('people.saveFacts', { id: view.id, ...edit }));
    setSaved(saved !== undefined);
  }

  return (
    <Section title="材料清单" remark={`存有 ${kept} 件，缺 ${absent} 件`}>
      <form
        aria-label="材料清单"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <table className="plain-table papers-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, index) => (
              <PaperRow
                key={`${draft.kind}/${index}`}
                draft={draft}
                isFirstOfStep={draft.step !== drafts[index - 1]?.step}
                onChange={(patch) => change(index, patch)}
              />
            ))}
          </tbody>
        </table>
        <div className="form-acts">
          <input
            className="input"
            aria-label="清单以外的材料名称"
            placeholder="清单以外的材料名称"
            value={other}
            maxLength={60}
            onChange={(event) => setOther(event.target.value)}
          />
          <button
            type="button"
            className="button"
            disabled={other.trim() === ''}
            onClick={addOther}
          >
            加一行
          </button>
        </div>
        <PaperNames drafts={drafts} isOpen={startsOpen} onChange={change} />
        <FailureBanner failure={failure} />
        <div className="form-acts papers-save">
          <button
            type="button"
            className="button is-primary"
            disabled={isBusy || isBroken}
            onClick={() => void save()}
          >
            {isBusy ? '正在保存…' : '保存材料清单'}
          </button>
          {isBroken && <StatusMark kind="over">有页数或日期看不懂，改正后保存</StatusMark>}
          {isSaved && <StatusMark kind="done">已保存</StatusMark>}
        </div>
      </form>
    </Section>
  );
}

const emptied = { patch: {}, clears: ['papers'] };
