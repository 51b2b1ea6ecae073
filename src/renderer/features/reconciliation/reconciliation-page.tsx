import { useState } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import type { ListHead } from '../../../contract/reconciliation';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { askShell, askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { noChoices, readingInput, type SheetChoices } from '../../components/sheet-choices';
import { ColumnsStep } from './columns-step';
import { ComparisonView } from './comparison-view';
import { draftFor, headOf, ListHeadForm, type HeadDraft } from './list-head-form';
import './reconciliation.css';

function Earlier({ list }: { readonly list: VaultOutput<'reconciliation.list'> }) {
  return (
    <table className="plain-table" aria-label="以前的比对">
      <thead>
        <tr>
          <th scope="col">名单</th>
          <th scope="col">来自</th>
          <th scope="col">截至</th>
          <th scope="col">比对</th>
          <th scope="col" className="num">
            行数
          </th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {list.map((each) => (
          <tr key={each.id}>
            <td>{each.fileName}</td>
            <td>{each.sourceWords}</td>
            <td>{each.listedOn}</td>
            <td>
              {each.madeOn} {each.madeBy}
            </td>
            <td className="num">{each.rowsRead}</td>
            <td>{each.words || '全部一致'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StartProps = {
  readonly draft: HeadDraft;
  readonly onDraft: (draft: HeadDraft) => void;
  readonly onChosen: (chosen: { readonly token: string; readonly head: ListHead }) => void;
};

function Start({ draft, onDraft, onChosen }: StartProps) {
  const { go } = useNavigation();
  const earlier = useVaultQuery('reconciliation.list', {});
  const { isBusy, failure, run } = useAct();
  const head = headOf(draft);
  const choose = async () => {
    if (head === undefined) return;
    const choice = await run(() => askShell('shell.chooseWorkbook', {}));
    if (choice?.status === 'reading') onChosen({ token: choice.token, head });
  };
  return (
    <div className="page-scroll">
      <PageHead
        title="名单比对"
        sentence="拿市监、民政的名单核对单位名册；逐类逐条认定，看过变化才写入"
      >
        <button type="button" className="button" onClick={() => go({ page: 'organizations' })}>
          单位名册
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || head === undefined}
          onClick={() => void choose()}
        >
          {isBusy ? '正在读名单…' : '选择名单'}
        </button>
      </PageHead>
      <FailureBanner failure={failure ?? earlier.failure} />
      <ListHeadForm draft={draft} onChange={onDraft} />
      <Section
        title="以前的比对"
        remark="不采纳过的，下次同样内容不再问"
        more={
          earlier.data !== undefined &&
          earlier.data.length > 0 && (
            <button
              type="button"
              className="link"
              onClick={() => go({ page: 'reports', report: 'reconciliationList' })}
            >
              打印最近一次的比对结果清单
            </button>
          )
        }
      >
        {earlier.data === undefined && earlier.failure === undefined && <Loading />}
        {earlier.data?.length === 0 && (
          <EmptyState>还没有比对过。选一份市监或民政的名单，先看哪些对得上。</EmptyState>
        )}
        {earlier.data !== undefined && earlier.data.length > 0 && <Earlier list={earlier.data} />}
      </Section>
    </div>
  );
}

type ChosenProps = {
  readonly token: string;
  readonly head: ListHead;
  readonly onClose: () => void;
  readonly onCommitted: () => void;
};

/** The columns are asked for first where the list does not say its names and codes plainly. */
function Chosen({ token, head, onClose, onCommitted }: ChosenProps) {
  const [choices, setChoices] = useState<SheetChoices>(noChoices);
  const [isAsked, setAsked] = useState<boolean>();
  const input = { head, ...readingInput(token, choices) };
  const compared = useVaultQuery('reconciliation.compare', input);
  if (isAsked ?? compared.data?.isCertain === false)
    return (
      <ColumnsStep
        token={token}
        given={choices}
        onClose={onClose}
        onChosen={(next) => {
          setChoices(next);
          setAsked(false);
        }}
      />
    );
  return (
    <ComparisonView
      {...{ token, compared, onClose, onCommitted }}
      onColumns={() => setAsked(true)}
    />
  );
}

/** Does the register still agree with the authorities' own lists? */
export function ReconciliationPage() {
  const home = useVaultQuery('coverage.overview', {});
  const [typed, setTyped] = useState<HeadDraft>();
  const [chosen, setChosen] = useState<{ readonly token: string; readonly head: ListHead }>();
  const draft = typed ?? draftFor('market', home.data?.asOf ?? '');
  if (chosen === undefined) return <Start draft={draft} onDraft={setTyped} onChosen={setChosen} />;
  const close = () => setChosen(undefined);
  return (
    <Chosen
      {...chosen}
      onClose={() => {
        void askVault('imports.discard', { token: chosen.token });
        close();
      }}
      onCommitted={close}
    />
  );
}
