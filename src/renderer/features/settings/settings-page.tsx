import { useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { Settings } from '../../../core/records/settings';
import { CheckField } from '../../components/form-field';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { ChangePassphrase } from './change-passphrase';
import { OwnKeyFile } from './own-key-file';
import { PeopleAndKeys } from './people-and-keys';
import { RenewKey } from './renew-key';
import { areFixedDays } from './fixed-days';
import { RuleSettings } from './rule-settings';

export function SettingsPage() {
  const { data, failure } = useVaultQuery('settings.get', {});
  const { go } = useNavigation();
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  return (
    <div className="page-scroll">
      <PageHead title="设置" sentence="改动立即写入账本，操作记录里留有痕迹">
        <button type="button" className="button" onClick={() => go({ page: 'overlay' })}>
          地方口径
        </button>
      </PageHead>
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
    if (!isCalendarDate(boundary) || !areFixedDays(draft)) return;
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
      <RuleSettings draft={draft} boundary={boundary} onBoundary={setBoundary} onChange={change} />
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
        <CheckField
          checked={draft.locksOnMinimise ?? false}
          onChange={(locksOnMinimise) => change({ locksOnMinimise })}
        >
          最小化窗口时也锁定
        </CheckField>
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
