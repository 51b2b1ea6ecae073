import type { UnionBoard, UnionUnitView } from '../../../contract/unions';
import { StatusMark, type StatusKind } from '../../components/status-mark';
import { groupMark } from './plan-edits';

const kindWords = { joint: '联合', own: '单独', send: '指导员' } as const;
const stateKinds: Readonly<Record<UnionUnitView['state'], StatusKind>> = {
  own: 'done',
  joint: 'done',
  workCovered: 'info',
  blank: 'over',
};

function Members({ count }: { readonly count: number | null }) {
  if (count === null) return <span className="muted">不详</span>;
  return (
    <span className="member-dots">
      {Array.from({ length: Math.min(count, 7) }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
      {count}
    </span>
  );
}

type MatrixProps = {
  readonly board: UnionBoard;
  readonly onToggle: (group: number, unitId: string) => void;
  readonly onNewGroup: (unitId: string) => void;
};

function Cells({
  unit,
  board,
  onToggle,
}: Pick<MatrixProps, 'board' | 'onToggle'> & { readonly unit: UnionUnitView }) {
  return board.groups.map(({ kind, unitIds }, index) => {
    const isIn = unitIds.includes(unit.id);
    const mark = groupMark(board.groups, index);
    return (
      <td key={`${kind}-${mark}`} className="pick">
        {unit.isOpen && (
          <button
            type="button"
            className={`is-${kind}`}
            aria-pressed={isIn}
            aria-label={`${unit.name}${isIn ? '退出' : '加入'}${mark}组`}
            onClick={() => onToggle(index, unit.id)}
          />
        )}
      </td>
    );
  });
}

/** Units of the place against the groups of the plan; a mark is put in or taken out with one press. */
export function UnitMatrix({ board, onToggle, onNewGroup }: MatrixProps) {
  const open = board.units.filter(({ isOpen }) => isOpen);
  const planned = new Set(board.groups.flatMap(({ unitIds }) => unitIds));
  return (
    <table className="union-matrix" aria-label="单位与方案">
      <colgroup>
        <col className="is-name" />
        <col className="is-kind" />
        <col className="is-count" />
        <col className="is-members" />
        <col />
        {board.groups.map((_, index) => (
          <col key={groupMark(board.groups, index)} className="is-pick" />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">单位（{board.units.length} 家在册运营）</th>
          <th scope="col">类型</th>
          <th scope="col" className="num">
            从业
          </th>
          <th scope="col">正式党员</th>
          <th scope="col">现状</th>
          {board.groups.map(({ kind }, index) => (
            <th scope="col" key={groupMark(board.groups, index)} className="pick">
              <strong>{groupMark(board.groups, index)}</strong>
              <span>{kindWords[kind]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.units.map((unit) => (
          <tr key={unit.id} className={unit.isOpen ? '' : 'is-built'}>
            <th scope="row">{unit.name}</th>
            <td>{unit.kind}</td>
            <td className="num">{unit.staff ?? '不详'}</td>
            <td>
              <Members count={unit.formalMembers} />
            </td>
            <td>
              <StatusMark kind={stateKinds[unit.state]}>{unit.stateWords}</StatusMark>
              {unit.isOpen && !planned.has(unit.id) && (
                <button
                  type="button"
                  className="link small"
                  aria-label={`${unit.name}另起一组`}
                  onClick={() => onNewGroup(unit.id)}
                >
                  另起一组
                </button>
              )}
            </td>
            <Cells {...{ unit, board, onToggle }} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>
            未覆盖 {open.length} 家：方案安排 {planned.size} 家
          </td>
          <td className="num">单位 / 党员</td>
          {board.groups.map(({ unitIds, formalMembers }, index) => (
            <td key={groupMark(board.groups, index)} className="pick">
              <strong>
                {unitIds.length} / {formalMembers}
              </strong>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
