import { isCalendarDate, isCalendarMonth } from '../../../core/calendar/calendar-date';
import type { Person } from '../../../core/records/person';
import { DuplicateWarning } from '../../components/duplicate-warning';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { readTypedDate } from '../../lib/typed-date';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useFormDraft } from '../../lib/use-form-draft';
import { useVaultQuery } from '../../lib/use-vault-query';

type Values = {
  name: string;
  idNumber: string;
  phone: string;
  gender: string;
  birthOn: string;
  position: string;
  branchId: string;
  appliedOn: string;
  receivedOn: string;
};
const empty: Values = {
  name: '',
  idNumber: '',
  phone: '',
  gender: '',
  birthOn: '',
  position: '',
  branchId: '',
  appliedOn: '',
  receivedOn: '',
};

const branchesAtOnce = 200;
const texts = [
  { id: 'name', label: '姓名' },
  { id: 'idNumber', label: '身份证号' },
  { id: 'phone', label: '联系电话' },
  { id: 'position', label: '职业或职务' },
] as const;

function personOf(values: Values): Omit<Person, 'id'> {
  const { name, idNumber, phone, gender, birthOn, position, branchId, appliedOn, receivedOn } =
    values;
  const dated = (value: string) => {
    const read = readTypedDate(value);
    return isCalendarDate(read) || isCalendarMonth(read) ? read : undefined;
  };
  return {
    name,
    ...(idNumber === '' ? {} : { idNumber: idNumber.trim().toUpperCase() }),
    ...(phone === '' ? {} : { phone }),
    ...(gender === '' ? {} : { gender: gender as 'male' | 'female' }),
    ...(dated(birthOn) === undefined ? {} : { birthOn: dated(birthOn) }),
    ...(position === '' ? {} : { position }),
    ...(branchId === '' ? {} : { branchId }),
    dossier: {
      ...(dated(appliedOn) === undefined ? {} : { appliedOn: dated(appliedOn) }),
      ...(dated(receivedOn) === undefined ? {} : { receivedOn: dated(receivedOn) }),
    },
  } as Omit<Person, 'id'>;
}

/** A new applicant: who, where, and the day that starts the first deadline. */
export function NewPersonPage() {
  const { go, back } = useNavigation();
  const [values, setValues, settle] = useFormDraft(
    { key: 'newPerson', title: '登记申请人' },
    empty,
  );
  const branches = useVaultQuery('partyOrganizations.list', {
    filter: {},
    range: { offset: 0, limit: branchesAtOnce },
  });
  const { isBusy, failure, run } = useAct();
  const set = (id: keyof Values) => (value: string) => setValues({ ...values, [id]: value });

  async function save(): Promise<void> {
    const made = await run(() => askVault('people.create', { person: personOf(values) }));
    if (made === undefined) return;
    settle();
    go({ page: 'person', id: made.id });
  }

  return (
    <div className="page-scroll">
      <PageHead title="登记申请人" sentence="收到申请书之日起一个月内派人谈话" />
      <form
        aria-label="登记申请人"
        onKeyDown={(event) => onFormKey(event, () => void save())}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="form-grid">
          {texts.map(({ id, label }) => (
            <div className="field" key={id}>
              <label htmlFor={id}>{label}</label>
              <input id={id} value={values[id]} onChange={(event) => set(id)(event.target.value)} />
            </div>
          ))}
          <div className="field">
            <label htmlFor="gender">性别</label>
            <select
              id="gender"
              value={values.gender}
              onChange={(event) => set('gender')(event.target.value)}
            >
              <option value="">未登记</option>
              <option value="male">男</option>
              <option value="female">女</option>
            </select>
          </div>
          <FactDateInput
            id="birthOn"
            label="出生日期"
            value={values.birthOn}
            onChange={set('birthOn')}
          />
          <div className="field">
            <label htmlFor="branchId">所在党支部</label>
            <select
              id="branchId"
              value={values.branchId}
              onChange={(event) => set('branchId')(event.target.value)}
            >
              <option value="">未定</option>
              {branches.data?.rows.map((branch) => (
                <option key={branch.id} value={branch.id}>
                  {branch.name}
                </option>
              ))}
            </select>
          </div>
          <FactDateInput
            id="appliedOn"
            label="递交入党申请书"
            value={values.appliedOn}
            onChange={set('appliedOn')}
          />
          <FactDateInput
            id="receivedOn"
            label="收到入党申请书"
            value={values.receivedOn}
            onChange={set('receivedOn')}
          />
        </div>
        <DuplicateWarning
          subject="person"
          name={values.name}
          number={values.idNumber}
          phone={values.phone}
        />
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary"
            disabled={values.name.trim() === '' || isBusy}
            onClick={() => void save()}
          >
            {isBusy ? '正在保存…' : '保存并打开档案'}
          </button>
          <button type="button" className="button" onClick={back}>
            返回，不保存
          </button>
        </div>
      </form>
    </div>
  );
}
