import type { StepView } from '../../../contract/people';
import type { CalendarDate, FactDate } from '../../../core/calendar/calendar-date';
import { asDay } from '../../../core/calendar/calendar-date';
import { computeDeadlines } from '../../../core/deadlines/compute-deadlines';
import type { Deadline, EngineOptions } from '../../../core/deadlines/types';
import { readFact, type DossierFacts } from '../../../core/development/facts';
import { probationOf } from '../../../core/development/probation';
import { steps, type Step } from '../../../core/development/steps';
import { editionOn, isStrongTag, rulebooks } from '../../../core/regulations/rulebooks';

/** The 25 steps with what happened and what the law allows, for the timeline. */
export function stepViews(facts: DossierFacts, options: EngineOptions): StepView[] {
  const deadlines = computeDeadlines(facts, options);
  return steps.map((step) =>
    stepView(
      step,
      facts,
      deadlines.filter((item) => item.step === step.step),
      options,
    ),
  );
}

/** Steps without a date of their own: told by a list, or by names. */
function actualOf(step: Step, facts: DossierFacts): FactDate[] {
  const { dossier } = facts;
  if (step.step === 6) return [...(dossier.reviewedOn ?? [])];
  if (step.step === 21) return [...(dossier.probationReviewedOn ?? [])];
  const on = step.fact === undefined ? undefined : readFact(facts, step.fact);
  return on === undefined ? [] : [on];
}

/** Whether the step is done, also where only names and no date say so. */
export function isStepDone(step: Step, facts: DossierFacts): boolean {
  if (actualOf(step, facts).length > 0) return true;
  if (step.step === 5) return (facts.dossier.mentors?.length ?? 0) > 0;
  if (step.step === 9) return (facts.dossier.introducers?.length ?? 0) > 0;
  return false;
}

function stepView(
  step: Step,
  facts: DossierFacts,
  deadlines: readonly Deadline[],
  options: EngineOptions,
): StepView {
  const actual = actualOf(step, facts);
  const open = deadlines.find(({ isOpen }) => isOpen) ?? deadlines.at(-1);
  const latest =
    deadlines.find(({ bound, isOpen }) => bound === 'noLaterThan' && isOpen) ??
    deadlines.find(({ bound }) => bound === 'noLaterThan');
  const earliest = deadlines.find(({ bound }) => bound === 'notBefore');
  const day = asDay(actual[0]);
  const edition = editionOn(day ?? options.today, options.rulebooks ?? rulebooks);
  return {
    step: step.step,
    title: step.title,
    phase: step.phase,
    actual,
    edition:
      day === undefined || edition === undefined
        ? 'none'
        : edition === 'regulation2026'
          ? '2026'
          : '2014',
    ...withDay('earliestOn', earliestOf(step, earliest, facts)),
    ...(isReference(latest) ? withDay('referenceOn', latest?.on) : withDay('latestOn', latest?.on)),
    ...withDay('extendedUntil', latest?.outerOn),
    status: open?.status ?? (isStepDone(step, facts) ? 'met' : 'open'),
    ...(open === undefined ? {} : { rule: open.rule }),
    caption: step.short,
  };
}

/** A day that the text leaves open is practice, shown beside the law and never as it (rules §0.2). */
function isReference(deadline: Deadline | undefined): boolean {
  const tag = deadline?.citation.tag;
  return tag !== undefined && tag !== 'V26b' && !isStrongTag(tag);
}

function withDay<Key extends string>(
  key: Key,
  on: CalendarDate | undefined,
): { [K in Key]?: CalendarDate } {
  return (on === undefined ? {} : { [key]: on }) as { [K in Key]?: CalendarDate };
}

/** A latest limit runs from its anchor; a first possible day stands for itself. */
function earliestOf(
  step: Step,
  earliest: Deadline | undefined,
  facts: DossierFacts,
): CalendarDate | undefined {
  if (earliest !== undefined) return earliest.on;
  const anchors: Partial<Record<number, CalendarDate | undefined>> = {
    2: asDay(readFact(facts, 'received')),
    15: asDay(readFact(facts, 'preReviewed')),
    16: asDay(readFact(facts, 'meeting')),
    17: asDay(readFact(facts, 'meeting')),
    18: asDay(readFact(facts, 'approved')),
    19: asDay(readFact(facts, 'approved')),
    20: asDay(readFact(facts, 'approved')),
    22: probationOf(facts.dossier)?.confirmableOn,
    24: asDay(readFact(facts, 'confirmationMeeting')),
  };
  return anchors[step.step];
}
