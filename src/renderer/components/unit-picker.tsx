import { useState } from 'react';
import { useVaultQuery } from '../lib/use-vault-query';
import './unit-picker.css';

type Props = {
  readonly label?: string;
  readonly onPick: (id: string, name: string) => void;
};

/** Finds a unit in business by name, initials or credit code. */
export function UnitPicker({ label = '增加单位', onPick }: Props) {
  const [text, setText] = useState('');
  const { data } = useVaultQuery('organizations.list', {
    filter: { text: text.trim() === '' ? '　' : text, statuses: ['operating'] },
    sort: { by: 'name', descending: false },
    range: { offset: 0, limit: 6 },
  });
  return (
    <div className="unit-picker">
      <label className="field">
        <span>{label}</span>
        <input
          value={text}
          placeholder="名称、首字母或信用代码"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {text.trim() !== '' && (
        <ul>
          {data?.rows.map(({ id, name, areaName, stateWords }) => (
            <li key={id}>
              <button
                type="button"
                className="link is-plain"
                onClick={() => {
                  onPick(id, name);
                  setText('');
                }}
              >
                {name}
              </button>{' '}
              <small className="muted">
                {areaName} • {stateWords}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
