import { useState } from 'react';
import { workerGroupWords } from '../../../core/labels/labels';
import type { Request } from '../../../core/records/work';
import { FactDateInput } from '../../components/fact-date-input';
import { AreaField, InputField } from '../../components/form-field';
import { FailureBanner } from '../../components/notices';
import { UnitPicker } from '../../components/unit-picker';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { draftOfRequest, requestEdit, requestProblem, type RequestDraft } from './request-draft';

type Props = {
  readonly request: Partial<Request>;
  readonly organizationName: string;
  readonly onSaved: (id: string) => void;
};

type FieldsProps = {
  readonly draft: RequestDraft;
  readonly set: (patch: Partial<RequestDraft>) => void;
};

function Asker({ draft, set }: FieldsProps) {
  if (draft.organizationId !== '')
    return (
      <div className="field">
        <span>提出的单位</span>
        <span>
          {draft.organizationName}{' '}
          <button
            type="button"
            className="link small"
            onClick={() => set({ organizationId: '', organizationName: '' })}
          >
            换一家
          </button>
        </span>
      </div>
    );
  return (
    <>
      <UnitPicker
        label="提出的单位"
        onPick={(organizationId, organizationName) => set({ organizationId, organizationName })}
      />
      <div className="field">
        <label htmlFor="request-group">或提出的群体</label>
        <input
          id="request-group"
          list="request-groups"
          value={draft.group}
          maxLength={400}
          onChange={({ target }) => set({ group: target.value })}
        />
        <datalist id="request-groups">
          {Object.values(workerGroupWords).map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      </div>
    </>
  );
}

function Fields({ draft, set }: FieldsProps) {
  return (
    <div className="form-grid">
      <Asker draft={draft} set={set} />
      <AreaField
        label="诉求内容（必填）"
        value={draft.content}
        onChange={(content) => set({ content })}
      />
      <InputField
        label="责任部门"
        value={draft.department}
        onChange={(department) => set({ department })}
      />
      <FactDateInput
        id="request-raised"
        label="提出日期"
        value={draft.raisedOn}
        onChange={(raisedOn) => set({ raisedOn })}
      />
      <FactDateInput
        id="request-due"
        label="办结期限"
        value={draft.dueOn}
        onChange={(dueOn) => set({ dueOn })}
      />
      <FactDateInput
        id="request-closed"
        label="办结日期"
        value={draft.closedOn}
        onChange={(closedOn) => set({ closedOn })}
      />
      <AreaField label="办理结果" value={draft.outcome} onChange={(outcome) => set({ outcome })} />
    </div>
  );
}

export function RequestForm({ request, organizationName, onSaved }: Props) {
  const [initial] = useState(() => draftOfRequest(request, organizationName));
  const { id } = request;
  const [draft, setDraft, settle] = useFormDraft(
    { key: `request:${id ?? 'new'}`, title: id === undefined ? '登记诉求' : '诉求' },
    initial,
  );
  const { isBusy, failure, run } = useAct();
  const problem = requestProblem(draft);
  const isTouched = JSON.stringify(draft) !== JSON.stringify(initial);
  const isReady = problem === undefined && isTouched && !isBusy;
  const save = async () => {
    if (!isReady) return;
    const saved = await run(() =>
      askVault('requests.save', { ...(id === undefined ? {} : { id }), ...requestEdit(draft) }),
    );
    if (saved === undefined) return;
    settle();
    onSaved(saved.id);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <Fields draft={draft} set={(patch) => setDraft({ ...draft, ...patch })} />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <span role="status" className="muted">
          {isTouched ? (problem ?? '有改动，还没有保存') : ''}
        </span>
      </div>
    </form>
  );
}
