import { useState } from 'react';
import type { VaultInput } from '../../../contract/channels';
import type { ImportPlanView } from '../../../contract/imports';
import { FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { SegmentedChoice } from '../../components/segmented-choice';
import { askVault } from '../../lib/desk';
import { longDate } from '../../lib/format';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { FieldPolicyTable, type FieldPolicies } from './field-policy-table';

type Policy = VaultInput<'imports.plan'>['policy'];

const policyRemarks: Readonly<Record<Policy, string>> = {
  skip: '台账里已有的一律不动，只加新的。',
  fillBlanks: '已有的只补空白处，填过的不动。',
  overwrite: '表里有值的，以表为准。原值留在变更记录里，可以作废。',
};

/** The rows read, divided without remainder. */
function Sum({ plan }: { readonly plan: ImportPlanView }) {
  const parts = [
    ['新增', plan.created],
    ['更新', plan.updated],
    ['不变', plan.unchanged],
    ['退回', plan.rejected],
    ['跳过', plan.skipped],
  ] as const;
  return (
    <dl className="import-plan">
      {parts.map(([words, count]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      <div className="is-sum">
        <dt>读到行数</dt>
        <dd>{plan.rowsRead}</dd>
      </div>
    </dl>
  );
}

/** security.md §6, spreadsheet row problems. */
const problemRows = ({ rowsRead, skipped, rejected }: ImportPlanView) =>
  `共 ${rowsRead - skipped} 行，可导入 ${rowsRead - skipped - rejected} 行，${rejected} 行有问题（已标出原因）。确认后一次性导入，可整体撤销。[I-702]`;

export type Committed = { readonly changeId: string; readonly rows: number };

export type PlanStepProps = {
  readonly token: string;
  readonly onCommitted: (committed: Committed) => void;
};

/** Exactly what will be written; the button names the act. */
export function PlanStep({ token, onCommitted }: PlanStepProps) {
  const [policy, setPolicy] = useState<Policy>('fillBlanks');
  const [perField, setPerField] = useState<FieldPolicies>({});
  const {
    data: plan,
    failure,
    isLoading,
  } = useVaultQuery('imports.plan', {
    token,
    policy,
    ...(Object.keys(perField).length === 0 ? {} : { perField }),
  });
  const act = useAct();
  const rows = plan === undefined ? 0 : plan.created + plan.updated;
  const commit = async () => {
    const done = await act.run(() => askVault('imports.commit', { token }));
    if (done !== undefined) onCommitted({ changeId: done.changeId, rows });
  };
  return (
    <>
      <div className="import-policy">
        <SegmentedChoice<Policy>
          label="台账里已有的记录"
          choices={[
            { value: 'skip', label: '不动' },
            { value: 'fillBlanks', label: '只补空白' },
            { value: 'overwrite', label: '以表为准' },
          ]}
          value={policy}
          onChange={setPolicy}
        />
        <p className="small muted">{policyRemarks[policy]}</p>
      </div>
      <FailureBanner failure={failure ?? act.failure} />
      {plan === undefined && failure === undefined && <Loading words="正在排方案" />}
      {plan?.alreadyImportedOn !== undefined && (
        <InfoBanner>
          同一个文件在{longDate(plan.alreadyImportedOn)}导入过，再次导入不会重复登记。
        </InfoBanner>
      )}
      {plan !== undefined && (
        <>
          <Sum plan={plan} />
          {plan.edits > 0 && <p>含这次改过的 {plan.edits} 处，原文件不动。</p>}
          {plan.rejected > 0 && <InfoBanner>{problemRows(plan)}</InfoBanner>}
          {plan.alsoCreates.length > 0 && (
            <p>
              同时新建：
              {plan.alsoCreates.map(({ words, count }) => `${words} ${count}`).join('、')}
            </p>
          )}
          <div className="form-acts">
            <button
              type="button"
              className="button is-primary"
              disabled={rows === 0 || act.isBusy || isLoading}
              onClick={() => void commit()}
            >
              {act.isBusy ? '正在导入…' : `导入 ${rows} 行`}
            </button>
            <span className="muted">
              {rows === 0 ? '没有要写入的行' : '整个导入是一次变更，以后也可以一次作废'}
            </span>
          </div>
          <FieldPolicyTable
            fields={plan.fields}
            common={policy}
            chosen={perField}
            onChosen={setPerField}
          />
        </>
      )}
    </>
  );
}
