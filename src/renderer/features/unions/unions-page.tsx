import { useState } from 'react';
import type { PlannedGroupView, UnionBoard } from '../../../contract/unions';
import { EmptyState, FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { SegmentedChoice } from '../../components/segmented-choice';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AdoptDialog } from './adopt-dialog';
import { ChangeLines } from './change-lines';
import { withNewGroup, withUnit } from './plan-edits';
import { PlanPanel } from './plan-panel';
import { RequestDialog } from './request-dialog';
import { UnitMatrix } from './unit-matrix';
import './unions.css';

type Ground = UnionBoard['ground'];
type Choice = {
  readonly ground: Ground;
  readonly placeId?: string;
  readonly groups?: PlannedGroupView[];
};

const grounds = [
  { value: 'carrier', label: '楼宇园区' },
  { value: 'community', label: '社区' },
  { value: 'industry', label: '行业' },
] as const;

type BoardProps = {
  readonly board: UnionBoard;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
};

function PlacePicker({ board, onChoice }: Omit<BoardProps, 'choice'>) {
  return (
    <label className="union-place">
      <span className="visually-hidden">地点</span>
      <select
        value={board.placeId}
        onChange={({ target }) => onChoice({ ground: board.ground, placeId: target.value })}
      >
        {board.places.map(({ id, name, open, units }) => (
          <option key={id} value={id}>
            {name}（可联建 {open} / {units} 家）
          </option>
        ))}
      </select>
    </label>
  );
}

function Board({ board, choice, onChoice }: BoardProps) {
  const { back } = useNavigation();
  const [dialog, setDialog] = useState<'adopt' | 'request'>();
  const [done, setDone] = useState<string>();
  const { ground, placeId } = board;
  const plain = board.groups.map(({ kind, unitIds }) => ({ kind, unitIds }));
  const edit = (groups: PlannedGroupView[]) => onChoice({ ground, placeId, groups });
  const plan = { ground, placeId, groups: plain };
  return (
    <div className="union-page">
      <div className="union-main">
        <PageHead title={`${board.placeName}：哪些单位可以一起建支部？`}>
          <button type="button" className="button" onClick={back}>
            返回
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={!board.groups.some(({ kind }) => kind !== 'send')}
            onClick={() => setDialog('request')}
          >
            生成组建请示
          </button>
        </PageHead>
        <div className="union-choice">
          <SegmentedChoice
            label="按什么归在一起"
            isInline
            choices={grounds}
            value={ground}
            onChange={(value) => onChoice({ ground: value })}
          />
          <PlacePicker {...{ board, onChoice }} />
        </div>
        {done !== undefined && <InfoBanner>{done}</InfoBanner>}
        <ChangeLines changes={board.changes} />
        <details className="union-all">
          <summary>全部 {board.indicators.length} 项指标的变化</summary>
          <ChangeLines changes={board.indicators} />
        </details>
        <UnitMatrix
          board={board}
          onToggle={(group, unitId) => edit(withUnit(plain, group, unitId))}
          onNewGroup={(unitId) => edit(withNewGroup(plain, unitId))}
        />
      </div>
      <PlanPanel
        board={board}
        isEdited={choice.groups !== undefined}
        onReset={() => onChoice({ ground, placeId })}
        onAdopt={() => setDialog('adopt')}
      />
      {dialog === 'request' && <RequestDialog plan={plan} onClose={() => setDialog(undefined)} />}
      {dialog === 'adopt' && (
        <AdoptDialog
          plan={plan}
          onClose={() => setDialog(undefined)}
          onDone={(tasks) => {
            setDialog(undefined);
            setDone(`已转为 ${tasks} 项任务，在缺口清单的“任务”里办理`);
          }}
        />
      )}
    </div>
  );
}

/** Which neighbours reach three full members together, and what every rate becomes. */
export function UnionsPage() {
  const [choice, setChoice] = usePageState<Choice>('unions.choice', { ground: 'carrier' });
  const { data, failure } = useVaultQuery('unions.board', choice);
  if (data !== undefined) return <Board board={data} choice={choice} onChoice={setChoice} />;
  return (
    <div className="page-scroll">
      {failure === undefined ? (
        <Loading words="正在推算联建方案" />
      ) : failure.code === 'C-103' ? (
        <EmptyState>还没有登记所在楼宇、社区或行业的单位，先导入或登记单位。</EmptyState>
      ) : (
        <FailureBanner failure={failure} />
      )}
    </div>
  );
}
