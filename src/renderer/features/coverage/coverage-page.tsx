import { useState } from 'react';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { CoverageOverview, GapView, OrganizationFilter } from '../../../contract/coverage';
import { AsOfChoice } from '../../components/as-of-choice';
import { FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { BreakdownChoiceValue } from './breakdown-table';
import { AssignDialog } from './assign-dialog';
import { GapPanel } from './gap-panel';
import { HeatSection } from './heat-section';
import type { HeatSpot } from './heat-table';
import { FormulaLine, IndicatorStrip } from './indicator-strip';
import { subjectPlace } from './subject-place';
import { TrendChart } from './trend-chart';
import './coverage.css';

function unitsOf(overview: CoverageOverview, spot: HeatSpot): OrganizationFilter {
  return { ...spot, indicator: { id: overview.selected, part: 'denominator' } };
}

/** The next unassigned gap on top, until none is left or the worker stops. */
function AssignQueue({ first, onClose }: { first: GapView | undefined; onClose: () => void }) {
  const range = { offset: 0, limit: 1 };
  const { data } = useVaultQuery('coverage.gaps', { assignment: 'unassigned', range });
  const [isFirstDone, setFirstDone] = useState(first === undefined);
  const gap = isFirstDone ? data?.rows[0] : first;
  if (gap === undefined) return null;
  const remaining = Math.max(0, (data?.total ?? 1) - 1);
  const onDone = () => {
    setFirstDone(true);
    if (remaining === 0) onClose();
  };
  return <AssignDialog key={gap.key} {...{ gap, remaining, onDone, onClose }} />;
}

type CoverageBoardProps = {
  readonly asOf: CalendarDate | undefined;
  readonly onAsOf: (asOf: CalendarDate | undefined) => void;
  readonly overview: CoverageOverview;
  readonly onIndicator: (indicator: string) => void;
};

function CoverageBoard({ overview, onIndicator, asOf, onAsOf }: CoverageBoardProps) {
  const status = useVaultQuery('session.status', {});
  const { go } = useNavigation();
  const [spot, setSpot] = usePageState<HeatSpot | undefined>('coverage.spot', undefined);
  const [by, setBy] = usePageState<BreakdownChoiceValue>('coverage.by', 'heat');
  const [assigning, setAssigning] = useState<{ readonly gap: GapView | undefined }>();
  const range = { offset: 0, limit: 1 };
  const open = useVaultQuery('coverage.gaps', { assignment: 'unassigned', range });
  const unassigned = open.data?.total ?? 0;
  const name = overview.indicators.find(({ id }) => id === overview.selected)?.name ?? '';
  const openUnits = (filter: OrganizationFilter) =>
    go({
      page: 'organizations',
      filter: asOf === undefined ? filter : { ...filter, asOf },
    });

  return (
    <div className="coverage-page">
      <div className="coverage-top">
        <PageHead title="两个覆盖">
          {status.data !== undefined && (
            <AsOfChoice asOf={asOf} today={status.data.today} onChange={onAsOf} />
          )}
          <button type="button" className="button" onClick={() => go({ page: 'organizations' })}>
            单位名册
          </button>
          <button type="button" className="button" onClick={() => go({ page: 'unions' })}>
            联合组建
          </button>
          <button
            type="button"
            className="button"
            onClick={() => go({ page: 'reports', report: 'coverageTable' })}
          >
            打印统计表
          </button>
          {unassigned > 0 && (
            <button
              type="button"
              className="button is-primary"
              onClick={() => setAssigning({ gap: undefined })}
            >
              分派 {unassigned} 项缺口
            </button>
          )}
        </PageHead>
        {overview.asOf !== status.data?.today && asOf !== undefined && (
          <InfoBanner>
            按 {overview.asOf} 的登记事实重算，从业和党员人数用现有登记；右侧缺口和任务仍是今天的。
          </InfoBanner>
        )}
        <IndicatorStrip overview={overview} onSelect={onIndicator} />
        <FormulaLine
          overview={overview}
          onOpenUnits={(id) => openUnits({ indicator: { id, part: 'denominator' } })}
        />
      </div>
      <div className="coverage-main">
        <HeatSection
          by={by}
          onBy={setBy}
          indicator={{ id: overview.selected, name }}
          onOpenUnits={openUnits}
          heat={overview.heat}
          asOf={asOf}
          selected={spot}
          onSelect={setSpot}
          onOpen={(chosen) => openUnits(unitsOf(overview, chosen))}
        />
        <TrendChart name={name} indicator={overview.selected} />
      </div>
      <GapPanel
        overview={overview}
        onAssign={(gap) => setAssigning({ gap })}
        onOpenSubject={(gap) => go(subjectPlace(gap))}
        onOpenGaps={(rule) => go(rule === undefined ? { page: 'gaps' } : { page: 'gaps', rule })}
      />
      {assigning !== undefined && (
        <AssignQueue first={assigning.gap} onClose={() => setAssigning(undefined)} />
      )}
    </div>
  );
}

/** Where is the gap, and whose is it? */
export function CoveragePage() {
  const [indicator, setIndicator] = usePageState<string | undefined>(
    'coverage.indicator',
    undefined,
  );
  const [asOf, setAsOf] = usePageState<CalendarDate | undefined>('coverage.asOf', undefined);
  const { data, failure } = useVaultQuery('coverage.overview', {
    ...(indicator === undefined ? {} : { indicator }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (data !== undefined) {
    const chosen = { asOf, onAsOf: setAsOf, onIndicator: setIndicator };
    return <CoverageBoard overview={data} {...chosen} />;
  }
  return (
    <div className="page-scroll">
      {failure === undefined && <Loading words="正在统计覆盖情况" />}
      <FailureBanner failure={failure} />
    </div>
  );
}
