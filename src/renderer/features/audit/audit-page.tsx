import { FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { ProgressWords } from '../../components/progress-words';
import { SegmentedChoice } from '../../components/segmented-choice';
import { useNavigation, usePageState } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { BranchTable } from './branch-table';
import { FindingList } from './finding-list';
import { GroupTable } from './group-table';
import { OverridesSection } from './overrides-section';
import { VerdictStrip } from './verdict-strip';
import type { Chosen } from './chosen';
import './audit.css';

type View = 'byRule' | 'byBranch';

/** What in the old dossiers has to be repaired, and whose is it? */
export function AuditPage({ rule }: { readonly rule?: string }) {
  const { go } = useNavigation();
  const key = `audit/${rule ?? ''}`;
  const [view, setView] = usePageState<View>(`${key}/view`, 'byRule');
  const [chosen, setChosen] = usePageState<Chosen | undefined>(
    `${key}/chosen`,
    rule === undefined ? undefined : { rule, title: rule },
  );
  const { data, failure } = useVaultQuery('audit.overview', {});
  if (chosen !== undefined)
    return (
      <FindingList
        chosen={chosen}
        group={data?.groups.find((group) => group.rule === chosen.rule)}
        onBack={() => setChosen(undefined)}
      />
    );
  return (
    <div className="page-scroll">
      <PageHead
        title="核查"
        sentence={data === undefined ? undefined : `逐条核对 ${data.dossiers} 份档案，只看事实`}
      >
        <SegmentedChoice<View>
          isInline
          label="分组"
          choices={[
            { value: 'byRule', label: '按问题' },
            { value: 'byBranch', label: '按党支部' },
          ]}
          value={view}
          onChange={setView}
        />
        <button
          type="button"
          className="button is-primary"
          onClick={() => go({ page: 'reports', report: 'problemList' })}
        >
          打印问题清单
        </button>
      </PageHead>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <ProgressWords words="正在核查档案" />}
      {data !== undefined && (
        <>
          <VerdictStrip
            overview={data}
            onSettled={() => setChosen({ title: '已说明的问题', isSettled: true })}
          />
          {view === 'byRule' ? (
            <GroupTable
              groups={data.groups}
              onOpen={({ rule: id, title }) => setChosen({ rule: id, title })}
            />
          ) : (
            <BranchTable
              branches={data.branches}
              onOpen={({ branchId, branchName }) => setChosen({ branchId, title: branchName })}
            />
          )}
          <OverridesSection />
        </>
      )}
    </div>
  );
}
