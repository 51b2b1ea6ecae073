import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { latestLawful } from '../../../../core/development/backfill';
import { planBackward } from '../../../../core/development/plan-backward';
import { factsOf } from '../../../../core/development/facts';
import { planForward, type PlanRow } from '../../../../core/development/plan-forward';
import type { Dossier } from '../../../../core/records/dossier';
import type { Desk } from '../desk';
import { citationView } from '../due-items';

/** What-if: the dossier is read and nothing is written. A person's open steps begin today at the earliest. */
export function forwardPath(
  desk: Desk,
  { personId, applyOn }: VaultInput<'plan.forward'>,
): Result<VaultOutput<'plan.forward'>> {
  const dossier = dossierOf(desk, personId);
  if (dossier === undefined) return failed('C-103');
  const isHypothetical = applyOn !== undefined;
  const rows = isHypothetical
    ? planForward({ appliedOn: applyOn }, desk.engine)
    : planForward(dossier, desk.engine, desk.today);
  return {
    ok: true,
    value: rows.map((row) => ({ ...rowView(row), latestOn: row.latestOn ?? null })),
  };
}

export function backwardPath(
  desk: Desk,
  { personId, aim, by }: VaultInput<'plan.backward'>,
): Result<VaultOutput<'plan.backward'>> {
  const dossier = dossierOf(desk, personId);
  if (dossier === undefined) return failed('C-103');
  const rows = planBackward(dossier, { fact: aim, by }, desk.engine);
  return { ok: true, value: rows.map((row) => ({ ...rowView(row), isMissed: row.isMissed })) };
}

/** The latest lawful days of steps that an old roster did not bring; shown beside the facts, never among them. */
export function backfillPath(
  desk: Desk,
  { personId }: VaultInput<'plan.backfill'>,
): Result<VaultOutput<'plan.backfill'>> {
  const dossier = dossierOf(desk, personId);
  if (dossier === undefined) return failed('C-103');
  const rows = latestLawful(dossier, desk.engine).map((row) => {
    const { state: _state, ...view } = rowView({ ...row, state: 'planned' });
    return view;
  });
  return { ok: true, value: rows };
}

function dossierOf(desk: Desk, personId: string | undefined): Dossier | undefined {
  if (personId === undefined) return {};
  const person = desk.read('people', personId);
  return person === undefined ? undefined : factsOf(person).dossier;
}

function rowView({ fact, step, words, state, on, ...row }: Omit<PlanRow, 'latestOn'>) {
  const { ruleText, citation, isProvisional } = row;
  return {
    ...{ fact, step, words, state, on, ruleText, isProvisional },
    citation: citation === undefined ? null : citationView(citation),
  };
}
