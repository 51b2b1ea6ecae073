import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { TakenStep } from '../../../../contract/dossier-acts';
import { failed } from '../../../../contract/failure-words';
import { isBlocking, type Finding } from '../../../../core/development/audit-types';
import { blockingRules, gateOf, withOverrides } from '../../../../core/development/gate';
import { newRound } from '../../../../core/development/new-round';
import { liveFacts } from '../../../../core/development/standing';
import type { Person } from '../../../../core/records/person';
import type { Desk } from '../desk';
import { gateItem } from '../person-view';
import { surroundedFacts } from '../surroundings';
import { asJson, patched, withFormer } from '../save-person';

/** What is met, what blocks, what warns and what is unknown for the step as typed; nothing is stored. */
export function stepGate(
  desk: Desk,
  input: VaultInput<'dossier.gate'>,
): Result<VaultOutput<'dossier.gate'>> {
  const person = desk.read('people', input.id);
  if (person === undefined) return failed('C-103');
  const findings = findingsOf(desk, person, input);
  const blocks = new Set(blockingRules(findings));
  const earlier = person.dossier?.overrides?.findLast(({ rule }) => blocks.has(rule));
  return {
    ok: true,
    value: { items: findings.map(gateItem), earlierReason: earlier?.reason ?? '' },
  };
}

/** One change: the facts of the step, and with a reason the blocks that were passed over. */
export function takeStep(
  desk: Desk,
  { reason = '', ...input }: VaultInput<'dossier.takeStep'>,
): Result<VaultOutput<'dossier.takeStep'>> {
  const person = desk.read('people', input.id);
  if (person === undefined) return failed('C-103');
  if (input.on > desk.today) return failed('C-109', '办理日期晚于今天。');
  const findings = findingsOf(desk, person, input);
  const given = reason.trim();
  const objection = findings.find(isBlocking);
  if (objection !== undefined && given === '') return failed('C-109', objection.message);
  const rules = blockingRules(findings);
  return desk.commit({
    action: 'dossier.takeStep',
    ...(rules.length === 0 ? {} : { note: given }),
    changes: [
      {
        table: 'people',
        id: person.id,
        before: asJson(person),
        after: asJson(taken(desk, person, { input, rules, reason: given })),
      },
    ],
  });
}

function findingsOf(desk: Desk, person: Person, { step, on, patch, clears }: TakenStep) {
  const facts = liveFacts(surroundedFacts(desk, person));
  const dossier = patched(facts.dossier, patch, clears);
  const findings: readonly Finding[] = gateOf(facts, {
    step,
    taken: dossier,
    on,
    options: desk.engine,
  });
  return findings;
}

function taken(
  desk: Desk,
  person: Person,
  {
    input,
    rules,
    reason,
  }: { readonly input: TakenStep; readonly rules: readonly string[]; readonly reason: string },
): Person {
  const { current, former } = newRound(person.dossier ?? {});
  const dossier = patched(current, input.patch, input.clears);
  return withFormer(
    { ...person, dossier: withOverrides(dossier, rules, { reason, on: desk.today }) },
    former,
  );
}
