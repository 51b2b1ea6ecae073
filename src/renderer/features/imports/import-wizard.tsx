import { useState } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useVaultQuery } from '../../lib/use-vault-query';
import { DoneStep } from './done-step';
import type { ColumnMapping } from './mapping';
import { PlanStep, type Committed } from './plan-step';
import { RowsStep } from './rows-step';
import { SheetsStep } from './sheets-step';
import { StepLine } from './step-line';
import type { Step } from './steps';

export type ImportWizardProps = {
  readonly token: string;
  readonly fileName: string;
  readonly onClose: () => void;
};

/** One file from its headers to the ledger; until the last step nothing is written. */
export function ImportWizard({ token, fileName, onClose }: ImportWizardProps) {
  const [step, setStep] = useState<Step>('sheets');
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [committed, setCommitted] = useState<Committed>();
  const isMapped = Object.keys(mapping).length > 0;
  const query = useVaultQuery('imports.read', isMapped ? { token, mapping } : { token });
  const leave = () => {
    if (committed === undefined) void askVault('imports.discard', { token });
    onClose();
  };
  const sheets = query.data?.sheets;
  return (
    <div className="page-scroll">
      <PageHead title="导入" sentence={fileName}>
        <button type="button" className="button" onClick={leave}>
          {committed === undefined ? '放弃这次导入' : '回到导入'}
        </button>
      </PageHead>
      <StepLine step={step} onStep={setStep} />
      {step !== 'done' && <FailureBanner failure={query.failure} />}
      {sheets === undefined && query.failure === undefined && <Loading words="正在读表" />}
      {sheets !== undefined && step === 'sheets' && (
        <SheetsStep
          sheets={sheets}
          mapping={mapping}
          onMapping={setMapping}
          onNext={() => setStep('rows')}
        />
      )}
      {sheets !== undefined && step === 'rows' && (
        <RowsStep token={token} sheets={sheets} onNext={() => setStep('plan')} />
      )}
      {step === 'plan' && (
        <PlanStep
          token={token}
          onCommitted={(done) => {
            setCommitted(done);
            setStep('done');
          }}
        />
      )}
      {step === 'done' && committed !== undefined && (
        <DoneStep committed={committed} fileName={fileName} onAgain={leave} />
      )}
    </div>
  );
}
