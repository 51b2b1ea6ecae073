import { citationsOfStep } from './fact-order';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { gaps, type Gap } from './fact-gaps';
import { factTable, readFact } from './facts';
import { standingOf } from './standing';

/**
 * A fact that must have been there by now and is not on record: never "passed", always named. Asked only of
 * dossiers that were begun as dossiers; a line of a roster has a joining day and nothing before it, and whoever was
 * admitted in a special way did not take the steps.
 */
export const checkUnknown: Check = (context) => {
  const { facts } = context;
  if (standingOf(facts.dossier).isSpecialPath) return [];
  const isDossier =
    readFact(facts, 'received') !== undefined || readFact(facts, 'activist') !== undefined;
  return gaps
    .filter(({ isOfRosters }) => isDossier || isOfRosters === true)
    .flatMap((gap) => gapFinding(context, gap));
};

function gapFinding(context: AuditContext, gap: Gap): readonly Finding[] {
  const { facts } = context;
  const name = gap.since.find((each) => readFact(facts, each) !== undefined);
  if (name === undefined || !gap.isMissing(facts)) return [];
  const on = readFact(facts, name);
  const claim = {
    on,
    outcome: 'unknown' as const,
    evidence: [`${factTable[name].words} ${on ?? ''}`],
    message: gap.words,
  };
  const found = judge(context, { ...claim, rule: gap.rule });
  if (found.length > 0 || gap.step === undefined) return found;
  // The limit is not of this text, the step is.
  const citations = citationsOfStep(gap.step);
  return judge(context, {
    ...claim,
    rule: 'C10',
    ...(citations === undefined ? {} : { citations }),
  });
}
