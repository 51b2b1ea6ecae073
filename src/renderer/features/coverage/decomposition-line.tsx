import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { CoverageOverview } from '../../../contract/coverage';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { HeatSpot } from './heat-table';

type Part = readonly [words: string, count: number];

function sum(parts: readonly Part[]): string {
  return parts.map(([words, count]) => `${words} ${count}`).join(' ＋ ');
}

function Figures({ spot }: { readonly spot: HeatSpot & { readonly asOf?: CalendarDate } }) {
  const { data, failure } = useVaultQuery('coverage.decompose', spot);
  if (failure !== undefined) return <span>{failure.message}</span>;
  if (data === undefined) return <span className="muted">正在拆分…</span>;
  const parts: readonly Part[] = [
    ['应建未建', data.shouldBuild],
    ['仅有个别党员', data.fewMembers],
    ['没有党员', data.noMembers],
    ...(data.membersUnknown > 0 ? [['党员数未知', data.membersUnknown] as const] : []),
  ];
  return (
    <span>
      未建 {data.none} ＝ {sum(parts)}；其中已开展工作 {data.workCovered}，空白 {data.blank}
    </span>
  );
}

export type DecompositionLineProps = {
  readonly heat: CoverageOverview['heat'];
  readonly asOf: CalendarDate | undefined;
  readonly spot: HeatSpot | undefined;
  readonly onOpen: (spot: HeatSpot) => void;
};

/** Takes the chosen cell apart until it adds up. */
export function DecompositionLine({ heat, asOf, spot, onOpen }: DecompositionLineProps) {
  if (spot === undefined) {
    return (
      <p className="decomposition muted">
        选一格，看未建的单位由哪几部分组成；双击看单位名单；不满 5 家的格子不着色
      </p>
    );
  }
  const area = heat.areas.find(({ id }) => id === spot.areaId)?.name ?? '全区';
  const column = heat.columns.find(({ id }) => id === spot.column)?.name ?? '';
  return (
    <p className="decomposition" role="status">
      <strong>
        {area} • {column}
      </strong>
      <Figures spot={asOf === undefined ? spot : { ...spot, asOf }} />
      <button type="button" className="link" onClick={() => onOpen(spot)}>
        单位名单
      </button>
    </p>
  );
}
