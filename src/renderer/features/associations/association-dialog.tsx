import { useEffect, useRef, useState } from 'react';
import type { Organization } from '../../../core/records/organization';
import { FactDateInput } from '../../components/fact-date-input';
import { CheckField, ChoiceField, InputField } from '../../components/form-field';
import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import {
  associationEdit,
  associationProblem,
  draftOfAssociation,
  type AssociationDraft,
} from './association-draft';

const syncWords = { registration: '登记', inspection: '年检', evaluation: '评估' } as const;
const withPartyWords = (value: boolean | undefined): string =>
  value === undefined ? '是否同步不详' : value ? '与党建同步' : '没有同步';

function PastSyncs({ record }: { readonly record: Organization }) {
  const syncs = [...(record.partySyncs ?? [])].sort((a, b) => b.on.localeCompare(a.on));
  if (syncs.length === 0) return <p className="small muted">还没有登记、年检、评估的记录。</p>;
  return (
    <p className="small muted">
      {syncs
        .map(({ kind, on, withParty }) => `${on} ${syncWords[kind]}，${withPartyWords(withParty)}`)
        .join('；')}
    </p>
  );
}

type Props = { readonly id: string; readonly onClose: () => void };

/** Department, council and the acts that party-building goes along with, of one association. */
export function AssociationDialog({ id, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, failure } = useVaultQuery('organizations.get', { id });
  const today = useVaultQuery('session.status', {}).data?.today;
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      className="dialog association-dialog"
      ref={dialog}
      aria-label="协会商会"
      onClose={onClose}
    >
      {data === undefined || today === undefined ? (
        failure === undefined ? (
          <Loading />
        ) : (
          <FailureBanner failure={failure} />
        )
      ) : (
        <AssociationForm
          record={data.record}
          today={today}
          onDone={() => dialog.current?.close()}
        />
      )}
    </dialog>
  );
}

type FormProps = {
  readonly record: Organization;
  readonly today: string;
  readonly onDone: () => void;
};

function AssociationForm({ record, today, onDone }: FormProps) {
  const [draft, setDraft] = useState(() => draftOfAssociation(record));
  const { isBusy, failure, run } = useAct();
  const problem = associationProblem(draft, today);
  const set = (patch: Partial<AssociationDraft>) => setDraft({ ...draft, ...patch });
  const save = async () => {
    if (problem !== undefined || isBusy) return;
    const saved = await run(() =>
      askVault('organizations.save', { id: record.id, ...associationEdit(draft, record) }),
    );
    if (saved !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <h2>{record.name}</h2>
      <div className="form-grid">
        <InputField
          label="行业主管部门"
          value={draft.department}
          onChange={(department) => set({ department })}
        />
        <FactDateInput
          id="council-elected"
          label="理事会最近换届"
          value={draft.electedOn}
          onChange={(electedOn) => set({ electedOn })}
        />
        <InputField
          label="理事会任期（年）"
          value={draft.termYears}
          onChange={(termYears) => set({ termYears })}
        />
        <CheckField
          checked={draft.isAssociation}
          onChange={(isAssociation) => set({ isAssociation })}
        >
          是行业协会商会
        </CheckField>
        <ChoiceField
          label="增加一次"
          value={draft.syncKind}
          options={Object.entries(syncWords)}
          onChange={(kind) => set({ syncKind: kind as AssociationDraft['syncKind'] })}
        />
        <FactDateInput
          id="sync-on"
          label="日期（不增加就空着）"
          value={draft.syncOn}
          onChange={(syncOn) => set({ syncOn })}
        />
        <ChoiceField
          label="与党建同步"
          value={draft.syncWithParty}
          options={[
            ['true', '同步'],
            ['false', '没有同步'],
            ['', '不详'],
          ]}
          onChange={(syncWithParty) => set({ syncWithParty })}
        />
      </div>
      <PastSyncs record={record} />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="submit"
          className="button is-primary"
          disabled={problem !== undefined || isBusy}
        >
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
        <span role="status" className="muted">
          {problem ?? ''}
        </span>
      </div>
    </form>
  );
}
