import { organizationKindWords, organizationStatusWords } from '../../../core/labels/labels';
import { columnOfKind } from '../../../core/coverage/thresholds-data';
import type { OrganizationKind } from '../../../core/records/organization';
import { DuplicateWarning } from '../../components/duplicate-warning';
import { FailureBanner } from '../../components/notices';
import { onFormKey } from '../../lib/keyboard';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import {
  CountFields,
  DayField,
  FlagField,
  SelectField,
  TextField,
  type FieldProps,
} from './form-fields';
import { HeadquartersField } from './headquarters-field';
import { invalidCounts, type DraftField, type OrganizationDraft } from './organization-draft';

export type OrganizationFormProps = {
  readonly initial: OrganizationDraft;
  /** Under which name an unsaved form is sealed at lock. */
  readonly draftAbout: { readonly key: string; readonly title: string };
  /** The record being edited; absent while a new one is registered. */
  readonly unitId?: string;
  readonly act: ReturnType<typeof useAct>;
  readonly saveWords: string;
  readonly onSave: (draft: OrganizationDraft) => void;
  /** Said beside the button once the vault has answered. */
  readonly savedWords?: string | undefined;
};

function useAreaOptions(): readonly (readonly [string, string])[] {
  const areas = useVaultQuery('areas.tree', {}).data ?? [];
  return areas.map(({ id, name, depth }) => [id, `${'　'.repeat(depth)}${name}`]);
}

function Identity(props: FieldProps) {
  const carriers = useVaultQuery('carriers.list', {}).data ?? [];
  const isSite = columnOfKind[props.draft.kind as OrganizationKind] === 'site';
  return (
    <fieldset>
      <legend>单位</legend>
      <div className="form-grid">
        <TextField {...props} field="name" label="名称" isRequired />
        <TextField {...props} field="creditCode" label="统一社会信用代码" />
        {isSite && <TextField {...props} field="siteNumber" label="站点编号" />}
        <SelectField
          {...props}
          field="kind"
          label="类型"
          options={Object.entries(organizationKindWords)}
        />
        <SelectField
          {...props}
          field="areaId"
          label="区域"
          options={[['', '未定'], ...useAreaOptions()]}
        />
        <SelectField
          {...props}
          field="carrierId"
          label="所在载体"
          options={[
            ['', '不在载体内或不详'],
            ...carriers.map(({ id, name }) => [id, name] as const),
          ]}
        />
        <TextField {...props} field="registrationType" label="登记类型" />
        <TextField {...props} field="industry" label="行业" />
        <TextField {...props} field="address" label="地址" />
        <DayField {...props} field="foundedOn" label="成立日期" />
        {socialKinds.has(props.draft.kind) && (
          <DayField {...props} field="pledgedOn" label="报送党建承诺书" />
        )}
        <HeadquartersField {...props} />
        <FlagField {...props} field="isAboveScale" label="规模以上" />
        <FlagField {...props} field="isPlatform" label="平台企业" />
        {props.draft.kind === 'socialGroup' && (
          <>
            <FlagField {...props} field="isIndustryAssociation" label="行业协会商会" />
            <TextField {...props} field="industryDepartment" label="行业主管部门" />
          </>
        )}
      </div>
    </fieldset>
  );
}

const socialKinds: ReadonlySet<string> = new Set([
  'socialGroup',
  'foundation',
  'socialServiceBody',
]);

/** Where the unit is in its life, on what evidence, and who verified it. */
function Lifecycle(props: FieldProps) {
  return (
    <fieldset>
      <legend>状态和核实</legend>
      <div className="form-grid">
        <SelectField
          {...props}
          field="status"
          label="状态"
          options={Object.entries(organizationStatusWords)}
        />
        <DayField {...props} field="statusSince" label="状态起始日（空着按今天）" />
        <TextField {...props} field="statusEvidence" label="状态依据" />
        <TextField {...props} field="statusVerifiedBy" label="核实人" />
        <DayField {...props} field="statusVerifiedOn" label="核实日期" />
        <DayField {...props} field="lastVerifiedOn" label="信息最近核实" />
      </div>
    </fieldset>
  );
}

const counts = [
  ['staff', '从业人员'],
  ['staffUnder35', '其中 35 岁以下'],
  ['members', '党员（组织关系在本单位）'],
  ['probationaryMembers', '其中预备党员'],
  ['membersElsewhere', '党员（关系未转入）'],
] as const;

const groupCounts = [
  ['group.courier', '快递员'],
  ['group.foodDelivery', '外卖配送员'],
  ['group.rideHailing', '网约车司机'],
  ['group.freight', '货车司机'],
  ['group.streamer', '网络主播'],
  ['group.other', '其他'],
] as const;

type CountProps = FieldProps & { readonly invalid: readonly DraftField[] };

function Counts({ invalid, ...props }: CountProps) {
  const isSite = columnOfKind[props.draft.kind as OrganizationKind] === 'site';
  return (
    <>
      <fieldset>
        <legend>人数（不知道就空着，空着按不详算，不按零算）</legend>
        <div className="form-grid">
          <CountFields {...props} fields={counts} invalid={invalid} />
        </div>
      </fieldset>
      {isSite && (
        <fieldset>
          <legend>各群体人数</legend>
          <div className="form-grid">
            <CountFields {...props} fields={groupCounts} invalid={invalid} />
          </div>
        </fieldset>
      )}
    </>
  );
}

function Heads(props: FieldProps) {
  return (
    <fieldset>
      <legend>负责人和群团</legend>
      <div className="form-grid">
        <TextField {...props} field="head.name" label="负责人姓名" />
        <TextField {...props} field="head.phone" label="负责人电话" />
        <FlagField {...props} field="head.isPartyMember" label="负责人是党员" />
        <FlagField {...props} field="head.isSecretary" label="兼任党组织书记" />
        <FlagField {...props} field="mass.union" label="已建工会" />
        <FlagField {...props} field="mass.youthLeague" label="已建团组织" />
        <FlagField {...props} field="mass.womensFederation" label="已建妇联" />
        <FlagField {...props} field="hasLiaison" label="有党建联络员" />
      </div>
    </fieldset>
  );
}

/** Facts as people type them; Enter goes on, Ctrl+Enter saves. */
export function OrganizationForm(props: OrganizationFormProps) {
  const { initial, draftAbout, act, saveWords, savedWords, onSave, unitId } = props;
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
      <DuplicateWarning
        subject="organization"
        name={draft.name}
        number={draft.creditCode}
        phone={draft['head.phone'].includes('*') ? '' : draft['head.phone']}
        {...(unitId === undefined ? {} : { id: unitId })}
      />
      <Identity {...fields} />
      <Lifecycle {...fields} />
      <Counts {...fields} invalid={invalid} />
      <Heads {...fields} />
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
