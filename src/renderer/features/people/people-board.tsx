import type { PersonFilter, PersonRow } from '../../../contract/people';
import type { BoardColumn } from '../../../contract/people-views';
import { stageWords } from '../../../core/labels/labels';
import type { Stage } from '../../../core/records/person';
import { FailureBanner, Loading } from '../../components/notices';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { DueState } from './due-state';

/** A column shows this many cards; the rest is a number and a way to the table. */
const cardsPerStage = 40;

type Props = {
  readonly filter: PersonFilter;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onStage: (stage: Stage) => void;
};

/** Where do people wait, and how long? */
export function PeopleBoard({ filter, selected, onSelect, onStage }: Props) {
  const { data, failure } = useVaultQuery('people.board', { filter, perStage: cardsPerStage });
  if (data === undefined)
    return failure === undefined ? <Loading /> : <FailureBanner failure={failure} />;
  return (
    <div className="board">
      {data.columns.map((column) => (
        <section key={column.stage} className="board-column" aria-label={stageWords[column.stage]}>
          <h2>
            {stageWords[column.stage]} <span className="muted">{column.total} 人</span>
          </h2>
          <ul>
            {column.rows.map((row) => (
              <Card key={row.id} row={row} isSelected={row.id === selected} onSelect={onSelect} />
            ))}
          </ul>
          <More column={column} onStage={onStage} />
        </section>
      ))}
    </div>
  );
}

type CardProps = {
  readonly row: PersonRow;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
};

function Card({ row, isSelected, onSelect }: CardProps) {
  const { go } = useNavigation();
  return (
    <li>
      <button
        type="button"
        className="board-card"
        aria-pressed={isSelected}
        onClick={() => onSelect(row.id)}
        onDoubleClick={() => go({ page: 'person', id: row.id })}
      >
        <span className="board-line">
          <b>{row.name}</b>
          <span>{row.daysInStage === null ? '天数不详' : `${row.daysInStage} 天`}</span>
        </span>
        <span className="small muted">{row.branchName}</span>
        {row.next !== null && (
          <span className="board-line small">
            <span>{row.next.title}</span>
            <DueState row={row} />
          </span>
        )}
      </button>
    </li>
  );
}

function More({
  column: { stage, total, rows },
  onStage,
}: {
  readonly column: BoardColumn;
  readonly onStage: (stage: Stage) => void;
}) {
  if (total === 0) return <p className="muted small">这一阶段没有人。</p>;
  if (total === rows.length) return null;
  return (
    <button type="button" className="link small" onClick={() => onStage(stage)}>
      还有 {total - rows.length} 人，在表格中看
    </button>
  );
}
