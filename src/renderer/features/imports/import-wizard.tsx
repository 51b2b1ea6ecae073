import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { noChoices, readingInput, type SheetChoices } from '../../components/sheet-choices';
import { askShell, askVault } from '../../lib/desk';
import { useVaultQuery } from '../../lib/use-vault-query';
import { DoneStep } from './done-step';
import { PlanStep, type Committed } from './plan-step';
import { ReadingStep } from './reading-step';
import { RowsStep } from './rows-step';
import { SheetsStep } from './sheets-step';
import { StepLine } from './step-line';
import type { Step } from './steps';

export type ImportWizardProps = {
  readonly token: string;
  readonly fileName: string;
  readonly onClose: () => void;
};

/** One sheet from its headers to the ledger; until the last step nothing is written. */
export function ImportWizard({ token, fileName, onClose }: ImportWizardProps) {
  const [step, setStep] = useState<Step>('sheets');
  const [choices, setChoices] = useState<SheetChoices>(noChoices);
  const [committed, setCommitted] = useState<Committed>();
  const query = useVaultQuery('imports.read', readingInput(token, choices));
  const leave = () => {
    if (committed === undefined) {
      void askShell('shell.cancelWorkbook', { token });
      void askVault('imports.discard', { token });
    }
    onClose();
  };
  const sheets = query.data?.sheets;
  const isReading = sheets === undefined && query.failure === undefined;
  return (
    <div className="page-scroll">
      <PageHead title="导入" sentence={fileName}>
        {!isReading && (
          <button type="button" className="button" onClick={leave}>
            {committed === undefined ? '放弃这次导入' : '回到导入'}
          </button>
        )}
      </PageHead>
      <StepLine step={step} onStep={setStep} />
      {step !== 'done' && <FailureBanner failure={query.failure} />}
      {isReading && <ReadingStep fileName={fileName} onStop={leave} />}
      {sheets !== undefined && step === 'sheets' && (
        <SheetsStep
          sheets={sheets}
          choices={choices}
          onChoices={setChoices}
          isLoading={query.isLoading}
          onNext={() => setStep('rows')}
        />
      )}
      {sheets !== undefined && step === 'rows' && (
        <RowsStep
          token={token}
          fileName={fileName}
          sheets={sheets}
          edits={query.data?.edits ?? 0}
          onEdited={query.refetch}
          onNext={() => setStep('plan')}
        />
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
