import { useState } from 'react';
import { postKinds, type PartyOrganization } from '../../../core/records/party-organization';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { periodProblem, periodText, withPeriod, type PeriodText, type Post } from './period-edits';
import { PeriodFields } from './period-fields';
import { postKindWords } from '../../../core/labels/labels';

type Row = { readonly post: Omit<Post, 'from' | 'until'>; readonly period: PeriodText };
type RowProps = { readonly row: Row; readonly onChange: (row: Row) => void };

function PostRow({ row, onChange }: RowProps) {
  const { post, period } = row;
  return (
    <tr>
      <td>
        <select
          aria-label="职务"
          value={post.kind}
          onChange={({ target }) =>
            onChange({ ...row, post: { ...post, kind: target.value as Post['kind'] } })
          }
        >
          {postKinds.map((kind) => (
            <option key={kind} value={kind}>
              {postKindWords[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          aria-label="姓名"
          value={post.name}
          maxLength={60}
          onChange={({ target }) => onChange({ ...row, post: { ...post, name: target.value } })}
        />
      </td>
      <PeriodFields
        subject={`${postKindWords[post.kind]}任职`}
        value={period}
        onChange={(next) => onChange({ ...row, period: next })}
      />
    </tr>
  );
}

type Props = { readonly record: PartyOrganization; readonly onDone: () => void };

/** Who held which post from when to when; a post is ended, not erased. */
export function PostsEditor({ record, onDone }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (record.posts ?? []).map(({ from, until, ...post }) => ({
      post,
      period: periodText({ from, until }),
    })),
  );
  const { isBusy, failure, run } = useAct();
  const isReady =
    !isBusy &&
    rows.every(
      ({ post, period }) => post.name.trim() !== '' && periodProblem(period) === undefined,
    );
  const save = async () => {
    const posts = rows.map(({ post, period }) => withPeriod(post, period));
    const saved = await run(() =>
      askVault('partyOrganizations.save', { id: record.id, patch: { posts }, clears: [] }),
    );
    if (saved !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">职务</th>
            <th scope="col">姓名</th>
            <th scope="col">起</th>
            <th scope="col">止（现任就空着）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <PostRow
              key={index}
              row={row}
              onChange={(next) => setRows(rows.map((each, at) => (at === index ? next : each)))}
            />
          ))}
        </tbody>
      </table>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          onClick={() =>
            setRows([
              ...rows,
              { post: { kind: 'member', name: '' }, period: { from: '', until: '' } },
            ])
          }
        >
          增加一人
        </button>
        <button type="submit" className="button is-primary" disabled={!isReady}>
          {isBusy ? '正在保存…' : '保存班子'}
        </button>
        <button type="button" className="button" onClick={onDone}>
          不改了
        </button>
      </div>
    </form>
  );
}
