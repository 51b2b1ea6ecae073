import { useState } from 'react';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { CoverageOverview, OrganizationFilter } from '../../../contract/coverage';
import { percentWords } from '../../lib/format';
import { BreakdownChoice, BreakdownTable, type BreakdownChoiceValue } from './breakdown-table';
import { DecompositionLine } from './decomposition-line';
import { HeatTable, type HeatSpot } from './heat-table';

function Legend({ isNumbers, onToggle }: { isNumbers: boolean; onToggle: () => void }) {
  return (
    <div className="heat-legend">
      <span>80% 以上</span>
      <span className="heat-ramp" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((level) => (
          <i key={level} className={`is-heat-${level}`} />
        ))}
      </span>
      <span className="for-light">不足 50%，色深缺口大</span>
      <span className="for-dark">不足 50%，色亮缺口大</span>
      <button type="button" className="link" aria-pressed={isNumbers} onClick={onToggle}>
        {isNumbers ? '看色块' : '看数字表'}
      </button>
    </div>
  );
}

function NumbersTable({ heat }: { heat: CoverageOverview['heat'] }) {
  const cells = [...heat.cells, ...heat.totals.map((cell) => ({ ...cell, areaId: '' }))];
  const areas = [...heat.areas, { id: '', name: '全区' }];
  return (
    <div className="heat-numbers">
      <table className="plain-table" aria-label="各街道各类单位的覆盖数字">
        <thead>
          <tr>
            <th scope="col">街道</th>
            <th scope="col">单位类型</th>
            <th scope="col" className="num">
              分子
            </th>
            <th scope="col" className="num">
              分母
            </th>
            <th scope="col" className="num">
              比率
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.flatMap((area) =>
            heat.columns.map((column) => {
              const cell = cells.find(
                (each) => each.areaId === area.id && each.column === column.id,
              );
              return (
                <tr key={`${area.id} ${column.id}`}>
                  <td>{area.name}</td>
                  <td>{column.name}</td>
                  <td className="num">{cell?.numerator ?? 0}</td>
                  <td className="num">{cell?.denominator ?? 0}</td>
                  <td className="num">{percentWords(cell?.percent ?? null)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}

export type HeatSectionProps = {
  readonly by: BreakdownChoiceValue;
  readonly onBy: (by: BreakdownChoiceValue) => void;
  readonly indicator: { readonly id: string; readonly name: string };
  readonly onOpenUnits: (filter: OrganizationFilter) => void;
  readonly heat: CoverageOverview['heat'];
  readonly asOf: CalendarDate | undefined;
  readonly selected: HeatSpot | undefined;
  readonly onSelect: (spot: HeatSpot) => void;
  readonly onOpen: (spot: HeatSpot) => void;
};

export function HeatSection(props: HeatSectionProps) {
  const { heat, asOf, selected, onSelect, onOpen, by, onBy, indicator, onOpenUnits } = props;
  const [isNumbers, setNumbers] = useState(false);
  return (
    <section aria-label="哪里还没有覆盖到">
      <div className="heat-head">
        <h2>哪里还没有覆盖到？</h2>
        <BreakdownChoice value={by} onChange={onBy} />
        {by === 'heat' && <Legend isNumbers={isNumbers} onToggle={() => setNumbers(!isNumbers)} />}
      </div>
      {by !== 'heat' ? (
        <BreakdownTable
          by={by}
          indicator={indicator.id}
          indicatorName={indicator.name}
          asOf={asOf}
          onOpen={onOpenUnits}
        />
      ) : (
        <>
          {isNumbers ? (
            <NumbersTable heat={heat} />
          ) : (
            <HeatTable heat={heat} selected={selected} onSelect={onSelect} onOpen={onOpen} />
          )}
          <DecompositionLine heat={heat} asOf={asOf} spot={selected} onOpen={onOpen} />
        </>
      )}
    </section>
  );
}
