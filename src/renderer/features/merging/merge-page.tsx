import { useState } from 'react';
import type { MergePreview, RegisterSubject } from '../../../contract/register';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { IndicatorEffect } from '../../components/indicator-effect';
import { PageHead, Section } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import './merging.css';

const words = {
  organization: { title: '合并重复单位', one: '单位' },
  person: { title: '合并重复人员', one: '人员' },
} as const;

type ChoiceProps = {
  readonly preview: MergePreview;
  readonly takes: readonly string[];
  readonly onTakes: (takes: readonly string[]) => void;
};

/** Field by field: what stays, what fills a blank, and where a person has to choose. */
function Fields({ preview, takes, onTakes }: ChoiceProps) {
  const { fields, keptName, droppedName } = preview;
  if (fields.length === 0) return <p className="muted">两条记录登记的内容完全一样。</p>;
  const set = (field: string, takesIt: boolean) =>
    onTakes(takesIt ? [...takes, field] : takes.filter((each) => each !== field));
  const radio = (field: string, label: string, side: 'kept' | 'dropped', text: string) => (
    <label>
      <input
        type="radio"
        name={`merge-${field}`}
        aria-label={`${label}用${side === 'kept' ? keptName : droppedName}的`}
        checked={takes.includes(field) === (side === 'dropped')}
        onChange={() => set(field, side === 'dropped')}
      />
      {text}
    </label>
  );
  return (
    <table className="plain-table merge-fields" aria-label="合并后用哪一个">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">保留：{keptName}</th>
          <th scope="col">并入：{droppedName}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, label, kept, dropped, isConflict }) => (
          <tr key={field}>
            <td>{label}</td>
            <td>{isConflict ? radio(field, label, 'kept', kept) : kept || '空'}</td>
            <td>{isConflict ? radio(field, label, 'dropped', dropped) : dropped || '空'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ConfirmProps = {
  readonly subject: RegisterSubject;
  readonly keptId: string;
  readonly droppedId: string;
  readonly onOther: () => void;
};

function Confirm({ subject, keptId, droppedId, onOther }: ConfirmProps) {
  const { go } = useNavigation();
  const [takes, setTakes] = useState<readonly string[]>([]);
  const input = { subject, keptId, droppedId, takes: [...takes] };
  const { data, failure } = useVaultQuery('merge.preview', input);
  const act = useAct();
  const commit = async () => {
    const done = await act.run(() => askVault('merge.commit', input));
    if (done !== undefined) go({ page: subject, id: keptId });
  };
  if (data === undefined)
    return failure === undefined ? (
      <Loading words="正在对照两条记录" />
    ) : (
      <FailureBanner failure={failure} />
    );
  return (
    <>
      <Section title="两条记录不同的地方" remark="空白处自动补齐，人数不相加">
        <Fields preview={data} takes={takes} onTakes={setTakes} />
      </Section>
      <Section title="一起转过来的">
        <p>
          {data.references.length === 0
            ? '没有别的记录引用被并入的这一条。'
            : data.references.map((each) => `${each.words} ${each.count} 条`).join('，')}
        </p>
      </Section>
      {subject === 'organization' && (
        <Section title="指标怎样变化">
          <IndicatorEffect indicators={data.indicators} />
        </Section>
      )}
      <FailureBanner failure={act.failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={act.isBusy}
          onClick={() => void commit()}
        >
          {act.isBusy ? '正在合并…' : `并入${data.keptName}`}
        </button>
        <button type="button" className="button" onClick={onOther}>
          换一条
        </button>
        <span className="muted">
          {data.droppedName}移入历史库，仍可查看；两边的变更记录都留着，可以撤销。
        </span>
      </div>
    </>
  );
}

export type MergePageProps = { readonly subject: RegisterSubject; readonly id: string };

/** Which record is the same as this one, and what becomes of the two? */
export function MergePage({ subject, id }: MergePageProps) {
  const { back } = useNavigation();
  const [otherId, setOtherId] = useState<string>();
  return (
    <div className="page-scroll merge-page">
      <PageHead title={words[subject].title} sentence="先选被并入的一条，再看怎样合并">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      {otherId === undefined ? (
        <OtherRecord subject={subject} id={id} onPick={setOtherId} />
      ) : (
        <Confirm
          subject={subject}
          keptId={id}
          droppedId={otherId}
          onOther={() => setOtherId(undefined)}
        />
      )}
    </div>
  );
}

type OtherProps = MergePageProps & { readonly onPick: (id: string) => void };

function OtherRecord({ subject, id, onPick }: OtherProps) {
  const [text, setText] = useState('');
  const about = useVaultQuery('merge.about', { subject, id });
  const found = useVaultQuery('search.find', { text });
  const hits = (found.data ?? []).filter((hit) => hit.kind === subject && hit.id !== id);
  return (
    <>
      <Section title="可能是同一个的" remark={about.data?.name}>
        {about.data?.likely.length === 0 && <EmptyState>没有找到名称或号码相同的。</EmptyState>}
        <ul className="merge-hits">
          {about.data?.likely.map((hit) => (
            <li key={hit.id}>
              <span>
                {hit.title} <span className="small muted">{hit.words}</span>
              </span>
              <button type="button" className="button" onClick={() => onPick(hit.id)}>
                对照
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={`按名称找别的${words[subject].one}`}>
        <label className="field merge-search">
          <span>名称或拼音首字母</span>
          <input
            type="search"
            value={text}
            maxLength={60}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <ul className="merge-hits">
          {hits.map((hit) => (
            <li key={hit.id}>
              <span>
                {hit.title} <span className="small muted">{hit.subtitle}</span>
              </span>
              <button type="button" className="button" onClick={() => onPick(hit.id)}>
                对照
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
