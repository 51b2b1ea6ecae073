import { useState } from 'react';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { FactDateInput } from '../../components/fact-date-input';
import { SegmentedChoice } from '../../components/segmented-choice';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { Head } from './meeting-draft';

const branchesAtOnce = 200;
const kinds = [
  { value: 'memberMeeting', label: '党支部党员大会' },
  { value: 'branchCommittee', label: '党支部委员会会议' },
] as const;
const texts = [
  { id: 'place', label: '地点' },
  { id: 'chair', label: '主持人' },
  { id: 'recorder', label: '记录人' },
] as const;

type Props = { readonly head: Head; readonly onChange: (head: Head) => void };

export function MeetingHead({ head, onChange }: Props) {
  const [text, setText] = useState('');
  const [date, setDate] = useState<string>(head.on);
  const branches = useVaultQuery('partyOrganizations.list', {
    filter: text.trim() === '' ? {} : { text: text.trim() },
    range: { offset: 0, limit: branchesAtOnce },
  });
  const setOn = (value: string) => {
    setDate(value);
    if (isCalendarDate(value)) onChange({ ...head, on: value });
  };
  return (
    <div className="form-grid">
      <div className="field">
        <label htmlFor="branchText">查找党支部</label>
        <input
          id="branchText"
          value={text}
          placeholder="名称中的字"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="branchId">党支部</label>
        <select
          id="branchId"
          value={head.branchId}
          onChange={(event) => onChange({ ...head, branchId: event.target.value })}
        >
          <option value="">请选择</option>
          {branches.data?.rows.map((branch) => (
            <option key={branch.id} value={branch.id}>
              {branch.name}
            </option>
          ))}
        </select>
      </div>
      <FactDateInput id="on" label="会议日期" value={date} onChange={setOn} />
      {texts.map(({ id, label }) => (
        <div className="field" key={id}>
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            value={head[id]}
            onChange={(event) => onChange({ ...head, [id]: event.target.value })}
          />
        </div>
      ))}
      <SegmentedChoice
        label="会议种类"
        choices={kinds}
        value={head.kind}
        onChange={(kind) => onChange({ ...head, kind })}
      />
    </div>
  );
}
