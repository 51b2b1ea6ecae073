import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../contract/desk-work';
import { isComposing } from '../lib/keyboard';
import { useNavigation, type Place } from '../lib/navigation';
import { useVaultQuery } from '../lib/use-vault-query';

const kindWords: Readonly<Record<SearchHit['kind'], string>> = {
  person: '人员',
  organization: '单位',
  partyOrganization: '党组织',
  rule: '规则',
};

function placeOf(hit: SearchHit): Place | undefined {
  switch (hit.kind) {
    case 'person':
      return { page: 'person', id: hit.id };
    case 'organization':
      return { page: 'organization', id: hit.id };
    case 'partyOrganization':
      return { page: 'partyOrganization', id: hit.id };
    case 'rule':
      return undefined;
  }
}

/** Ctrl+K from anywhere: people by name, pinyin initials or the last four of the ID; units; branches; rules. */
export function SearchBox() {
  const { go } = useNavigation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { data } = useVaultQuery('search.find', { text });
  const hits = text.trim() === '' ? [] : (data ?? []);

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.select();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  function open(hit: SearchHit): void {
    const place = placeOf(hit);
    if (place === undefined) return;
    setText('');
    input.current?.blur();
    go(place);
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setActive((last) => Math.min(last + 1, hits.length - 1));
    if (event.key === 'ArrowUp') setActive((last) => Math.max(last - 1, 0));
    if (event.key === 'Escape') setText('');
    const hit = hits[active];
    if (event.key === 'Enter' && hit !== undefined) open(hit);
  }

  return (
    <div className="search" role="search">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label="查找"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        placeholder="查人员、单位、党组织或规则　Ctrl K"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      {hits.length > 0 && (
        <ul id="search-hits" className="search-hits" role="listbox" aria-label="查找结果">
          {hits.map((hit, index) => (
            <li
              key={`${hit.kind}${hit.id}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={() => open(hit)}
            >
              <span className="tag">{kindWords[hit.kind]}</span> <b>{hit.title}</b>{' '}
              <span className="muted small">{hit.subtitle}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
