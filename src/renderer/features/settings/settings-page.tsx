import { useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Settings } from '../../../core/records/settings';
import { FactDateInput } from '../../components/fact-date-input';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { ChangePassphrase } from './change-passphrase';
import { OwnKeyFile } from './own-key-file';
import { IndicatorReading } from './indicator-reading';
import { PeopleAndKeys } from './people-and-keys';
import { RenewKey } from './renew-key';

export function SettingsPage() {
  const { data, failure } = useVaultQuery('settings.get', {});
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  return (
    <div className="page-scroll">
      <PageHead title="设置" sentence="改动立即写入账本，可以在变更记录里撤销" />
      <SettingsForm settings={data} />
      <Section title="人员与口令" remark="一人一句口令，操作记录里才分得清是谁">
        <PeopleAndKeys />
      </Section>
      <Section title="更换本人口令">
        <ChangePassphrase />
      </Section>
      <Section title="密钥文件" remark="口令之外再加一道关，只管本人">
        <OwnKeyFile />
      </Section>
      <Section title="更换保险库密钥" remark="由管理员办理">
        <RenewKey />
      </Section>
    </div>
  );
}

const countWords: Readonly<Record<keyof Settings['workCoverageCounts'], string>> = {
  instructor: '党建指导员',
  liaison: '党建联络员',
  union: '工会',
  youthLeague: '团组织',
  womensFederation: '妇联',
  serviceCentre: '党群服务中心（驿站）',
};
const themeWords: Readonly<Record<Settings['theme'], string>> = {
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
};

const lockChoices = [2, 5, 10, 15, 20, 30];

function SettingsForm({ settings }: { settings: Settings }) {
  const [draft, setDraft] = useState(settings);
  const [boundary, setBoundary] = useState<string>(settings.rulebookBoundaryOn);
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const change = (patch: Partial<Settings>) => {
    setSaved(false);
    setDraft({ ...draft, ...patch });
  };

  async function save(): Promise<void> {
    if (!isCalendarDate(boundary)) return;
    const saved = await run(() =>
      askVault('settings.save', { ...draft, rulebookBoundaryOn: boundary }),
    );
    setSaved(saved !== undefined);
  }

  const { signatories } = draft;
  return (
    <form
      aria-label="设置"
      onKeyDown={(event) => onFormKey(event, () => void save())}
      onSubmit={(event) => event.preventDefault()}
    >
      <Section title="单位与落款">
        <div className="form-grid">
          <TextField
            id="unitName"
            label="单位名称"
            value={draft.unitName}
            onChange={(unitName) => change({ unitName })}
          />
          <TextField
            id="operator"
            label="操作员姓名"
            value={draft.operator}
            onChange={(operator) => change({ operator })}
          />
          <TextField
            id="responsible"
            label="报表负责人"
            value={signatories.responsible}
            onChange={(responsible) => change({ signatories: { ...signatories, responsible } })}
          />
          <TextField
            id="preparer"
            label="填表人"
            value={signatories.preparer}
            onChange={(preparer) => change({ signatories: { ...signatories, preparer } })}
          />
          <TextField
            id="phone"
            label="联系电话"
            value={signatories.phone}
            onChange={(phone) => change({ signatories: { ...signatories, phone } })}
          />
        </div>
      </Section>
      <Section title="规则" remark="国家规则不可改动；这里只定两版细则的分界和本地口径">
        <div className="form-grid">
          <FactDateInput
            id="boundary"
            label="2026 版细则起用日"
            value={boundary}
            onChange={setBoundary}
          />
          <div className="field">
            <label htmlFor="postingDay">公示张贴当天</label>
            <select
              id="postingDay"
              value={String(draft.countsPostingDay)}
              onChange={(event) => change({ countsPostingDay: event.target.value === 'true' })}
            >
              <option value="true">计入公示期</option>
              <option value="false">不计入（从次日起算）</option>
            </select>
          </div>
        </div>
        <fieldset className="checks">
          <legend className="small muted">未建党组织的单位，有下列之一即算有党的工作：</legend>
          {Object.entries(countWords).map(([key, words]) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={draft.workCoverageCounts[key as keyof Settings['workCoverageCounts']]}
                onChange={(event) =>
                  change({
                    workCoverageCounts: {
                      ...draft.workCoverageCounts,
                      [key]: event.target.checked,
                    },
                  })
                }
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
        <IndicatorReading settings={draft} onChange={change} />
      </Section>
      <Section
        title="锁定"
        remark="锁定时未提交的内容会加密保存，解锁后可以继续；最长八小时必定锁定"
      >
        <div className="form-grid">
          <div className="field">
            <label htmlFor="autoLock">离开多少分钟后自动锁定</label>
            <select
              id="autoLock"
              value={draft.autoLockMinutes}
              onChange={(event) => change({ autoLockMinutes: Number(event.target.value) })}
            >
              {lockChoices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes} 分钟
                </option>
              ))}
            </select>
          </div>
        </div>
      </Section>
      <Section title="外观">
        <div className="form-grid">
          <div className="field">
            <label htmlFor="theme">主题</label>
            <select
              id="theme"
              value={draft.theme}
              onChange={(event) => change({ theme: event.target.value as Settings['theme'] })}
            >
              {Object.entries(themeWords).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        </div>
      </Section>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy}
          onClick={() => void save()}
        >
          保存设置
        </button>
        {isSaved && <StatusMark kind="done">已保存</StatusMark>}
      </div>
    </form>
  );
}

function TextField({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
