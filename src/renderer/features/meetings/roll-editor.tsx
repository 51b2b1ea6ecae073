import { useState } from 'react';
import { countRoll } from '../../../core/development/meeting';
import { attendances, type RollEntry } from '../../../core/records/work';

export const attendanceWords: Readonly<Record<RollEntry['attendance'], string>> = {
  present: '到会',
  absent: '未到会',
  written: '未到会，有书面意见',
  deducted: '不计入应到',
};

type Props = {
  readonly roll: readonly RollEntry[];
  readonly onChange: (roll: RollEntry[]) => void;
};

/** 应到名册: proposed from the branch's full members, corrected here; a deduction needs its reason. */
export function RollEditor({ roll, onChange }: Props) {
  const [name, setName] = useState('');
  const { should, present } = countRoll(roll);
  const set = (index: number, patch: Partial<RollEntry>) =>
    onChange(roll.map((entry, at) => (at === index ? { ...entry, ...patch } : entry)));
  const add = () => {
    if (name.trim() === '') return;
    onChange([...roll, { name: name.trim(), attendance: 'present' }]);
    setName('');
  };
  return (
    <details className="meeting-roll" open={roll.length === 0}>
      <summary>
        应到名册：应到 <b>{should}</b> 名，实到 <b>{present}</b> 名
        {present * 2 > should ? '，到会过半' : '，到会未过半，会议无效'}
      </summary>
      <ul>
        {roll.map((entry, index) => (
          <li key={`${entry.name}${index}`}>
            <span>{entry.name}</span>
            <select
              aria-label={`${entry.name}出席情况`}
              value={entry.attendance}
              onChange={(event) =>
                set(index, { attendance: event.target.value as RollEntry['attendance'] })
              }
            >
              {attendances.map((attendance) => (
                <option key={attendance} value={attendance}>
                  {attendanceWords[attendance]}
                </option>
              ))}
            </select>
            {entry.attendance === 'deducted' && (
              <input
                aria-label={`${entry.name}不计入应到的原因和依据`}
                placeholder="原因和上级党组织同意的依据"
                value={entry.reason ?? ''}
                onChange={(event) => set(index, { reason: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="meeting-add">
        <input
          aria-label="补充一名正式党员"
          placeholder="名册中缺的正式党员姓名"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="button" className="button" onClick={add}>
          加入名册
        </button>
      </div>
      <p className="small muted">预备党员和受留党察看处分的党员没有表决权，不列入名册。</p>
    </details>
  );
}
