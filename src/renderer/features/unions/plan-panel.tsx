import type { UnionBoard, UnionGroupView } from '../../../contract/unions';
import { StatusMark, type StatusKind } from '../../components/status-mark';
import { groupMark } from './plan-edits';

const checkKinds: Readonly<Record<UnionGroupView['checks'][number]['state'], StatusKind>> = {
  met: 'done',
  fails: 'over',
  info: 'info',
};
const titles = { joint: '联合党支部', own: '单独建支部', send: '没有党员，选派指导员' } as const;

function Group({ board, index }: { readonly board: UnionBoard; readonly index: number }) {
  const group = board.groups[index];
  if (group === undefined) return null;
  return (
    <li>
      <h3>
        <span className="group-mark">{groupMark(board.groups, index)}</span>
        {titles[group.kind]}
        <small>{group.unitIds.length} 家</small>
      </h3>
      {group.checks.map(({ label, words, state }) => (
        <p key={label}>
          <StatusMark kind={checkKinds[state]}>{label}</StatusMark>
          <span>{words}</span>
        </p>
      ))}
    </li>
  );
}

const nextSteps = [
  '听取各单位党员意见，留下记录',
  '向上级党组织报组建请示',
  '批复后召开党员大会选举',
  '选举结果报批，从批复之日起登记覆盖',
];

export type PlanPanelProps = {
  readonly board: UnionBoard;
  readonly isEdited: boolean;
  readonly onReset: () => void;
  readonly onAdopt: () => void;
};

export function PlanPanel({ board, isEdited, onReset, onAdopt }: PlanPanelProps) {
  const isReady = board.groups.length > 0 && board.groups.every(({ isLawful }) => isLawful);
  return (
    <aside className="page-side union-side" aria-label="方案">
      <div className="section-head">
        <h2>方案</h2>
        <span className="muted small">
          {isEdited ? '已按你的改动重算' : '由规则推算，可点选改组'}
        </span>
      </div>
      {board.groups.length === 0 && <p className="muted">这里没有可以组建的单位。</p>}
      <ul className="union-groups">
        {board.groups.map((group, index) => (
          <Group key={`${group.kind}-${groupMark(board.groups, index)}`} {...{ board, index }} />
        ))}
      </ul>
      {board.leftOver.length > 0 && (
        <details>
          <summary>还有 {board.leftOver.length} 家暂不能联建</summary>
          <ul className="small">
            {board.leftOver.map(({ id, name, words }) => (
              <li key={id}>
                {name}：{words}
              </li>
            ))}
          </ul>
        </details>
      )}
      <h2>采用之后依次要办</h2>
      <ol className="small">
        {nextSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="small muted">
        {board.methodWords}。依据：中办发〔2012〕11号；支部工作条例。党员只计组织关系在本单位的。
      </p>
      <div className="form-acts">
        <button type="button" className="button" disabled={!isReady} onClick={onAdopt}>
          转为任务
        </button>
        <button type="button" className="button" disabled={!isEdited} onClick={onReset}>
          回到推算方案
        </button>
      </div>
    </aside>
  );
}
