import { stages, type Stage } from '../../core/records/person';
import { stageWords } from '../../core/labels/labels';

const shown = stages.slice(0, 4);

/** Four ticks and a word: needs no colour. A full member has all four behind. */
export function StageMark({ stage, words }: { stage: Stage | null; words?: string }) {
  const now = stage === null ? -1 : stages.indexOf(stage);
  return (
    <span className="stage">
      <span className="stage-ticks" aria-hidden="true">
        {shown.map((each, index) => (
          <i key={each} className={index < now ? 'is-done' : index === now ? 'is-now' : ''} />
        ))}
      </span>
      {words ?? (stage === null ? '未登记' : stageWords[stage])}
    </span>
  );
}
