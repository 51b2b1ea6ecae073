import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { FailureBanner } from '../../components/notices';
import { onFormKey } from '../../lib/keyboard';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { CountFields, SelectField, TextField, type FieldProps } from './form-fields';
import { invalidCounts, type OrganizationDraft } from './organization-draft';

export type OrganizationFormProps = {
  readonly initial: OrganizationDraft;
  /** Under which name an unsaved form is sealed at lock. */
  readonly draftAbout: { readonly key: string; readonly title: string };
  readonly act: ReturnType<typeof useAct>;
  readonly saveWords: string;
  readonly onSave: (draft: OrganizationDraft) => void;
  /** Said beside the button once the vault has answered. */
  readonly savedWords?: string | undefined;
};

function Identity(props: FieldProps) {
  const areas = useVaultQuery('areas.list', {}).data ?? [];
  return (
    <fieldset>
      <legend>单位</legend>
      <div className="form-grid">
        <TextField {...props} field="name" label="名称" isRequired />
        <TextField {...props} field="creditCode" label="统一社会信用代码" />
        <SelectField
          {...props}
          field="kind"
          label="类型"
          options={Object.entries(organizationKindWords)}
        />
        <SelectField
          {...props}
          field="status"
          label="状态"
          options={Object.entries(organizationStatusWords)}
        />
        <SelectField
          {...props}
          field="areaId"
          label="街道"
          options={[['', '未定'], ...areas.map(({ id, name }) => [id, name] as const)]}
        />
        <TextField {...props} field="registrationType" label="登记类型" />
        <TextField {...props} field="industry" label="行业" />
        <TextField {...props} field="address" label="地址" />
      </div>
    </fieldset>
  );
}

/** Facts as people type them; Enter goes on, Ctrl+Enter saves. */
export function OrganizationForm(props: OrganizationFormProps) {
  const { initial, draftAbout, act, saveWords, savedWords, onSave } = props;
  const [draft, setDraft] = useFormDraft(draftAbout, initial);
  const invalid = invalidCounts(draft);
  const isReady = draft.name.trim() !== '' && invalid.length === 0 && !act.isBusy;
  const isTouched = JSON.stringify(draft) !== JSON.stringify(initial);
  const save = () => {
    if (isReady && isTouched) onSave(draft);
  };
  const fields: FieldProps = { draft, onChange: setDraft };
  return (
    <form
      className="organization-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => onFormKey(event, save)}
    >
      <Identity {...fields} />
      <fieldset>
        <legend>人数（不知道就空着，空着按不详算，不按零算）</legend>
        <div className="form-grid">
          <CountFields {...fields} invalid={invalid} />
        </div>
      </fieldset>
      <fieldset>
        <legend>说明</legend>
        <div className="form-grid">
          <TextField {...fields} field="notBuiltReason" label="未建原因" />
          <TextField {...fields} field="excludedReason" label="不计入的原因" />
          <TextField {...fields} field="note" label="备注" />
        </div>
      </fieldset>
      <FailureBanner failure={act.failure} />
      <div className="form-acts">
        <button type="submit" className="button is-primary" disabled={!isReady || !isTouched}>
          {act.isBusy ? '正在保存…' : saveWords} <kbd>Ctrl Enter</kbd>
        </button>
        <span role="status" className="muted">
          {isTouched ? '有改动，还没有保存' : savedWords}
        </span>
      </div>
    </form>
  );
}
