import type { PersonView, StepView } from '../../../contract/people';
import { phases } from '../../../core/development/steps';
import { StatusMark } from '../../components/status-mark';
import { Lanes } from './lanes';

const editionWords = { '2014': '2014 版', '2026': '2026 版', none: '' } as const;
const ordinals = ['', '一', '二', '三', '四', '五'];

type Props = {
  readonly view: PersonView;
  readonly selected: string | undefined;
  readonly onExplain: (rule: string) => void;
};

/** Finished and future stages fold to one line of numbered steps; only the open one unfolds to its lanes. */
export function Timeline({ view, selected, onExplain }: Props) {
  const openPhase = view.steps.find(({ step }) => step === view.nextStep?.step)?.phase;
  return (
    <div className="timeline">
      {phases.map(({ phase, title, short }) => {
        const steps = view.steps.filter((step) => step.phase === phase);
        return (
          <section
            key={phase}
            className={phase === openPhase ? 'phase is-open' : 'phase'}
            aria-label={title}
          >
            <div className="phase-name">
              <b>{`${ordinals[phase] ?? ''}　${short}`}</b>
              <small>{editionsOf(steps)}</small>
            </div>
            <ol className="phase-steps">
              {steps.map((step) => (
                <StepMark
                  key={step.step}
                  step={step}
                  isSelected={step.rule !== undefined && step.rule === selected}
                  onExplain={onExplain}
                />
              ))}
            </ol>
            {phase === openPhase && <Lanes steps={steps} onExplain={onExplain} />}
          </section>
        );
      })}
    </div>
  );
}

function editionsOf(steps: readonly StepView[]): string {
  const words = new Set(
    steps.filter(({ actual }) => actual.length > 0).map(({ edition }) => editionWords[edition]),
  );
  return [...words].filter((word) => word !== '').join(' / ');
}

function StepMark({
  step,
  isSelected,
  onExplain,
}: {
  step: StepView;
  isSelected: boolean;
  onExplain: (rule: string) => void;
}) {
  const isDone = step.actual.length > 0 || step.status === 'met';
  const isBad = step.status === 'breached' || step.status === 'overdue';
  const className = [
    'step',
    isDone ? 'is-done' : '',
    isBad ? 'is-bad' : '',
    isSelected ? 'is-selected' : '',
  ].join(' ');
  const { rule } = step;
  return (
    <li className={className}>
      <button
        type="button"
        disabled={rule === undefined}
        onClick={() => rule !== undefined && onExplain(rule)}
        title={step.title}
      >
        <i>{step.step}</i>
        <span>
          {step.caption}
          <small>
            {isBad && !isDone ? (
              <StatusMark kind="over">{step.latestOn ?? step.referenceOn}</StatusMark>
            ) : (
              dateWords(step)
            )}
          </small>
        </span>
      </button>
    </li>
  );
}

function dateWords(step: StepView): string {
  const last = step.actual.at(-1);
  if (last !== undefined)
    return step.actual.length > 1 ? `${last}（${step.actual.length} 次）` : last;
  if (step.latestOn !== undefined) return `最晚 ${step.latestOn}`;
  if (step.referenceOn !== undefined) return `参考 ${step.referenceOn}`;
  return step.earliestOn === undefined ? '' : `最早 ${step.earliestOn}`;
}
