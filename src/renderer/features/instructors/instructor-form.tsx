import { useState } from 'react';
import type { VaultInput } from '../../../contract/channels';
import type { Instructor } from '../../../core/records/work';
import { ChoiceField, InputField } from '../../components/form-field';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { instructorKindWords } from './instructor-words';

const texts = ['workUnit', 'position', 'dispatchLevel', 'visitFrequency'] as const;
type Draft = Readonly<Record<(typeof texts)[number] | 'name' | 'phone', string>> & {
  readonly kind: Instructor['kind'];
  readonly isFullTime: string;
  readonly isFullMember: string;
};

const choice = (value: boolean | undefined): string => (value === undefined ? '' : String(value));

/** The number stands masked in the record; an empty field leaves it as it is. */
function draftOf(record: Partial<Instructor>): Draft {
  return {
    name: record.name ?? '',
    phone: '',
    kind: record.kind ?? 'instructor',
    workUnit: record.workUnit ?? '',
    position: record.position ?? '',
    dispatchLevel: record.dispatchLevel ?? '',
    visitFrequency: record.visitFrequency ?? '',
    isFullTime: choice(record.isFullTime),
    isFullMember: choice(record.isFullMember),
  };
}

function editOf(draft: Draft): Pick<VaultInput<'instructors.save'>, 'patch' | 'clears'> {
  const flags = { isFullTime: draft.isFullTime, isFullMember: draft.isFullMember };
  return {
    patch: {
      name: draft.name.trim(),
      kind: draft.kind,
      ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }),
      ...Object.fromEntries(
        texts
          .filter((field) => draft[field].trim() !== '')
          .map((field) => [field, draft[field].trim()]),
      ),
      ...Object.fromEntries(
        Object.entries(flags)
          .filter(([, value]) => value !== '')
          .map(([field, value]) => [field, value === 'true']),
      ),
    },
    clears: [
      ...texts.filter((field) => draft[field].trim() === ''),
      ...Object.entries(flags)
        .filter(([, value]) => value === '')
        .map(([field]) => field),
    ],
  };
}

type Props = {
  readonly record?: Instructor;
  readonly onSaved: (id: string) => void;
};

function Fields({
  draft,
  phone,
  set,
}: {
  readonly draft: Draft;
  readonly phone: string | undefined;
  readonly set: (patch: Partial<Draft>) => void;
}) {
  return (
    <div className="form-grid">
      <InputField label="姓名（必填）" value={draft.name} onChange={(name) => set({ name })} />
      <ChoiceField
        label="类别"
        value={draft.kind}
        options={Object.entries(instructorKindWords)}
        onChange={(kind) => set({ kind: kind as Instructor['kind'] })}
      />
      <ChoiceField
        label="是否正式党员"
        value={draft.isFullMember}
        options={[
          ['', '不详'],
          ['true', '是'],
          ['false', '否'],
        ]}
        onChange={(isFullMember) => set({ isFullMember })}
      />
      <ChoiceField
        label="专兼职"
        value={draft.isFullTime}
        options={[
          ['', '不详'],
          ['true', '专职'],
          ['false', '兼职'],
        ]}
        onChange={(isFullTime) => set({ isFullTime })}
      />
      <InputField
        label="工作单位"
        value={draft.workUnit}
        onChange={(workUnit) => set({ workUnit })}
      />
      <InputField label="职务" value={draft.position} onChange={(position) => set({ position })} />
      <InputField
        label="派驻等级"
        value={draft.dispatchLevel}
        onChange={(dispatchLevel) => set({ dispatchLevel })}
      />
      <InputField
        label="走访频率"
        value={draft.visitFrequency}
        placeholder="每季度一次"
        onChange={(visitFrequency) => set({ visitFrequency })}
      />
      <InputField
        label={phone === undefined ? '联系电话' : `联系电话（现为 ${phone}，不改就空着）`}
        value={draft.phone}
        onChange={(value) => set({ phone: value })}
      />
    </div>
  );
}

export function InstructorForm({ record, onSaved }: Props) {
  const [initial] = useState(() => draftOf(record ?? {}));
  const [draft, setDraft, settle] = useFormDraft(
    { key: `instructor:${record?.id ?? 'new'}`, title: record?.name ?? '登记指导员' },
    initial,
  );
  const { isBusy, failure, run } = useAct();
  const isTouched = JSON.stringify(draft) !== JSON.stringify(initial);
  const isReady = isTouched && draft.name.trim() !== '' && !isBusy;
  const save = async () => {
    if (!isReady) return;
    const saved = await run(() =>
      askVault('instructors.save', {
        ...(record === undefined ? {} : { id: record.id }),
        ...editOf(draft),
      }),
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
      <Fields
        draft={draft}
        phone={record?.phone}
        set={(patch) => setDraft({ ...draft, ...patch })}
      />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存'} <kbd>Ctrl Enter</kbd>
        </button>
        <span role="status" className="muted">
          {isTouched ? '有改动，还没有保存' : ''}
        </span>
      </div>
    </form>
  );
}
