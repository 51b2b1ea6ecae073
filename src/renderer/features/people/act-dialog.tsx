import { useState } from 'react';
import type { OpenAct } from '../../../contract/dossier-acts';
import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import type { DossierEvent, EventKind } from '../../../core/records/dossier';
import { CitationTag } from '../../components/citation-tag';
import { FactDateInput } from '../../components/fact-date-input';
import { ModalDialog } from '../../components/modal-dialog';
import { FailureBanner, Loading } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { asksFor, draftOfEvent, emptyAct, eventOf, lacksOf, type ActDraft } from './act-draft';
import { ActFields } from './act-fields';

type Props = {
  readonly id: string;
  readonly name: string;
  /** An act on record that lacks something, to be completed. */
  readonly completes?: { readonly event: DossierEvent; readonly index: number };
  readonly onClose: () => void;
};

/** Something beside the 25 steps happened: what, by whom, on which paper, and what follows from it. */
export function ActDialog({ id, name, completes, onClose }: Props) {
  const status = useVaultQuery('session.status', {});
  return (
    <ModalDialog
      name={completes === undefined ? `${name}：登记变动` : `${name}：补填变动`}
      hint="只列出按登记的事实当天可以办理的变动；登记后可以撤销，原有事实一项不删。"
      onClose={onClose}
    >
      {status.data === undefined ? (
        <Loading />
      ) : (
        <ActForm
          id={id}
          today={status.data.today}
          onClose={onClose}
          {...(completes === undefined ? {} : { completes })}
        />
      )}
    </ModalDialog>
  );
}

type FormProps = Omit<Props, 'name'> & { readonly today: CalendarDate };

/** The act as typed, the acts open on its day, and the one way to record it. */
function useActDraft({ id, today, completes, onClose }: FormProps) {
  const [typed, setTyped] = useState<ActDraft>(() =>
    completes === undefined ? { ...emptyAct, on: today } : draftOfEvent(completes.event),
  );
  const { isBusy, failure, run } = useAct();
  const day = readTypedDate(typed.on);
  const { data } = useVaultQuery('dossier.acts', { id, on: isCalendarDate(day) ? day : today });
  const draft = typed.operator === '' ? { ...typed, operator: data?.operator ?? '' } : typed;
  const acts = data?.acts ?? [];
  const chosen = acts.find(({ kind }) => kind === draft.kind);
  const event = eventOf(draft);
  const isOpen = completes !== undefined || chosen !== undefined;
  async function save(): Promise<void> {
    if (isBusy || !isOpen || event === undefined) return;
    const place = completes === undefined ? {} : { index: completes.index };
    const saved = await run(() => askVault('dossier.saveAct', { id, event, ...place }));
    if (saved !== undefined) onClose();
  }
  return {
    draft,
    acts,
    chosen,
    failure,
    isBusy,
    canSave: !isBusy && isOpen && event !== undefined,
    change: (patch: Partial<ActDraft>) => setTyped({ ...typed, ...patch }),
    save: () => void save(),
  };
}

function ActForm(props: FormProps) {
  const { draft, acts, chosen, failure, isBusy, canSave, change, save } = useActDraft(props);
  const words = chosen?.words ?? '变动';
  return (
    <form
      aria-label="变动内容"
      onSubmit={(submit) => submit.preventDefault()}
      onKeyDown={(key) => onFormKey(key, save)}
    >
      <div className="form-grid">
        <FactDateInput
          id="act-on"
          label="日期"
          value={draft.on}
          onChange={(day) => change({ on: day })}
        />
        {props.completes === undefined && (
          <ActChoice acts={acts} value={draft.kind} onChange={(kind) => change({ kind })} />
        )}
      </div>
      {chosen !== undefined && <ActMeaning act={chosen} />}
      {draft.kind !== '' && (
        <ActFields
          draft={draft}
          bodyHint={chosen?.body ?? ''}
          hasMonths={asksFor(draft.kind, 'months')}
          hasPapers={asksFor(draft.kind, 'hasPapers')}
          onChange={change}
        />
      )}
      <Lacks draft={draft} />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="button" className="button is-primary" disabled={!canSave} onClick={save}>
          {isBusy ? '正在保存…' : `登记${words}`}
        </button>
        <button type="button" className="button" onClick={props.onClose}>
          先不登记
        </button>
      </div>
    </form>
  );
}

function Lacks({ draft }: { readonly draft: ActDraft }) {
  const lacks = lacksOf(draft);
  if (lacks.length === 0) return null;
  return (
    <p className="act-lacks">
      <StatusMark kind="soon">
        还缺：{lacks.join('、')}。可以先登记，以后在“经过”里补填。
      </StatusMark>
    </p>
  );
}

type ChoiceProps = {
  readonly acts: readonly OpenAct[];
  readonly value: EventKind | '';
  readonly onChange: (kind: EventKind | '') => void;
};

function ActChoice({ acts, value, onChange }: ChoiceProps) {
  const groups = [...new Set(acts.map(({ group }) => group))];
  return (
    <div className="field">
      <label htmlFor="act-kind">变动</label>
      <select
        id="act-kind"
        value={acts.some(({ kind }) => kind === value) ? value : ''}
        onChange={(event) => onChange(event.target.value as EventKind | '')}
      >
        <option value="">请选择</option>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {acts
              .filter((act) => act.group === group)
              .map(({ kind, words }) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** Who decides, what follows, which steps have to be taken again, and where it is written. */
function ActMeaning({ act }: { readonly act: OpenAct }) {
  return (
    <dl className="facts act-meaning">
      <dt>决定</dt>
      <dd>{act.body}</dd>
      <dt>之后</dt>
      <dd>
        {act.clock}
        {act.redoFrom !== null && `。第 ${act.redoFrom} 步起须重新办理`}
      </dd>
      <dt>依据</dt>
      <dd>
        <CitationTag citation={act.citation} />
      </dd>
    </dl>
  );
}
