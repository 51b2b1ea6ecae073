import { steps, stepWords, type Step } from './steps';

/** Where in the import we are; earlier steps can be gone back to. */
export function StepLine({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const at = steps.indexOf(step);
  return (
    <ol className="import-steps" aria-label="导入步骤">
      {steps.map((each, index) => (
        <li key={each} aria-current={each === step ? 'step' : undefined}>
          <button
            type="button"
            disabled={index >= at || step === 'done'}
            onClick={() => onStep(each)}
          >
            {index + 1} {stepWords[each]}
          </button>
        </li>
      ))}
    </ol>
  );
}
