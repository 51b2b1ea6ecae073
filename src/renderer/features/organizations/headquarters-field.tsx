import { useState } from 'react';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { FieldProps } from './form-fields';

/** 加盟、合作、分支: the unit that leads them all, found by its name. */
export function HeadquartersField({ draft, onChange }: FieldProps) {
  const [text, setText] = useState('');
  const found = useVaultQuery('search.find', { text });
  const { headquartersId } = draft;
  const hits = (found.data ?? []).filter(({ kind }) => kind === 'organization');
  return (
    <div className="field">
      <label htmlFor="headquarters">总部（加盟、合作单位填）</label>
      {headquartersId === '' ? (
        <input
          id="headquarters"
          type="search"
          value={text}
          maxLength={60}
          placeholder="输入总部名称查找"
          onChange={({ target }) => setText(target.value)}
        />
      ) : (
        <span>
          <HeadquartersName id={headquartersId} />{' '}
          <button
            type="button"
            className="link small"
            onClick={() => onChange({ ...draft, headquartersId: '' })}
          >
            去掉
          </button>
        </span>
      )}
      {headquartersId === '' &&
        text.trim() !== '' &&
        hits.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className="link small"
            onClick={() => onChange({ ...draft, headquartersId: id })}
          >
            {title}
          </button>
        ))}
    </div>
  );
}

function HeadquartersName({ id }: { readonly id: string }) {
  const { data } = useVaultQuery('organizations.get', { id });
  return data?.record.name ?? '';
}
