import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { ExplanationView, StepView } from '../../../contract/people';
import { computeDeadlines } from '../../../core/deadlines/compute-deadlines';
import { explain } from '../../../core/deadlines/explain';
import { graceUntil, graceWords } from '../../../core/deadlines/grace';
import { liveFacts } from '../../../core/development/standing';
import type { Desk } from './desk';
import { citationView } from './due-items';
import { stepViews } from './person-steps';
import { surroundedFacts } from './surroundings';

/** 为什么是这一天: the open deadline of a rule, or the last one that is past. */
export function explainDeadline(
  desk: Desk,
  { id, rule }: VaultInput<'people.explain'>,
): Result<ExplanationView> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const facts = surroundedFacts(desk, person);
  const candidates = computeDeadlines(facts, desk.engine).filter((item) => item.rule === rule);
  const item = candidates.find(({ isOpen }) => isOpen) ?? candidates.at(-1);
  if (item === undefined) return failed('C-103');
  const { citation, ...rest } = explain(item, facts, desk.engine);
  const until = graceUntil(item, desk.engine);
  const step = stepViews(liveFacts(facts), desk.engine).find((each) => each.step === item.step);
  return {
    ok: true,
    value: {
      ...rest,
      citation: citationView(citation),
      ...(step === undefined ? {} : { band: bandOf(step) }),
      ...(until === undefined ? {} : { grace: graceWords(until) }),
    },
  };
}

function bandOf({ earliestOn, latestOn, extendedUntil, referenceOn }: StepView) {
  return {
    ...(earliestOn === undefined ? {} : { earliestOn }),
    ...(latestOn === undefined ? {} : { latestOn }),
    ...(extendedUntil === undefined ? {} : { extendedUntil }),
    ...(referenceOn === undefined ? {} : { referenceOn }),
  };
}
