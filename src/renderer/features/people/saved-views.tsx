import { useState } from 'react';
import type { PersonFilter } from '../../../contract/people';
import type { PeopleViewKind, SavedView } from '../../../contract/people-views';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { isComposing } from '../../lib/keyboard';
import { useAct } from '../../lib/use-act';

type ChipsProps = {
  readonly views: readonly SavedView[];
  readonly filter: PersonFilter;
  readonly onOpen: (view: SavedView) => void;
};

/** The user's own lists, one chip each. */
export function SavedViews({ views, filter, onOpen }: ChipsProps) {
  const { isBusy, failure, run } = useAct();
  if (views.length === 0) return null;
  const current = JSON.stringify(filter);
  return (
    <div className="saved-views" role="group" aria-label="已存视图">
      {views.map((view) => (
        <span key={view.id} className="chip">
          <button
            type="button"
            aria-pressed={JSON.stringify(view.filter) === current}
            onClick={() => onOpen(view)}
          >
            {view.name}
          </button>
          <button
            type="button"
            aria-label={`删除视图：${view.name}`}
            disabled={isBusy}
            onClick={() => void run(() => askVault('people.deleteView', { id: view.id }))}
          >
            ×
          </button>
        </span>
      ))}
      <FailureBanner failure={failure} />
    </div>
  );
}

type SaveProps = { readonly filter: PersonFilter; readonly view: PeopleViewKind };

/** Gives the filter as it stands a name. */
export function SaveView({ filter, view }: SaveProps) {
  const [name, setName] = useState<string>();
  const { isBusy, failure, run } = useAct();
  if (name === undefined)
    return (
      <button type="button" className="link" onClick={() => setName('')}>
        存为视图
      </button>
    );
  async function save(): Promise<void> {
    const text = name?.trim() ?? '';
    if (text === '' || isBusy) return;
    const saved = await run(() => askVault('people.saveView', { name: text, filter, view }));
    if (saved !== undefined) setName(undefined);
  }
  return (
    <form
      className="save-view"
      aria-label="存为视图"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        aria-label="视图名称"
        autoFocus
        maxLength={20}
        placeholder="视图名称"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
          if (event.key === 'Escape') setName(undefined);
        }}
      />
      <button type="submit" className="link" disabled={isBusy || name.trim() === ''}>
        保存
      </button>
      <FailureBanner failure={failure} />
    </form>
  );
}
