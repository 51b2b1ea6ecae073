import { useState } from 'react';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { askShell } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { BatchesTable } from './batches-table';
import { ImportWizard } from './import-wizard';
import { PasteBox } from './paste-box';
import './imports.css';

type Chosen = { readonly token: string; readonly fileName: string };

export function ImportsPage() {
  const [chosen, setChosen] = useState<Chosen>();
  const [isPasting, setPasting] = useState(false);
  const batches = useVaultQuery('imports.batches', {});
  const { isBusy, failure, run } = useAct();
  const choose = async () => {
    const choice = await run(() => askShell('shell.chooseWorkbook', {}));
    if (choice?.status === 'reading') {
      setChosen({ token: choice.token, fileName: choice.fileName });
    }
  };
  if (chosen !== undefined) {
    return <ImportWizard key={chosen.token} {...chosen} onClose={() => setChosen(undefined)} />;
  }
  return (
    <div className="page-scroll">
      <PageHead title="导入" sentence="表格有几行标题、几行表头都行；先核对，看过方案才写入">
        <button
          type="button"
          className="button"
          disabled={isBusy || isPasting}
          onClick={() => setPasting(true)}
        >
          粘贴表格
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy}
          onClick={() => void choose()}
        >
          选择表格
        </button>
      </PageHead>
      <FailureBanner failure={failure ?? batches.failure} />
      {isPasting && (
        <PasteBox
          onPasted={(pasted) => {
            setPasting(false);
            setChosen(pasted);
          }}
          onClose={() => setPasting(false)}
        />
      )}
      <Section title="以前的导入" remark="每次导入都可以整个作废，以后手工改过的保留">
        {batches.data === undefined && batches.failure === undefined && <Loading />}
        {batches.data?.length === 0 && (
          <EmptyState>还没有导入过。选一个名册或台账，先看它读成什么样。</EmptyState>
        )}
        {batches.data !== undefined && batches.data.length > 0 && (
          <BatchesTable batches={batches.data} />
        )}
      </Section>
    </div>
  );
}
