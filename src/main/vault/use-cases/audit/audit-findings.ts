import type { AuditFilter, AuditRow } from '../../../../contract/audit';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { Verdict } from '../../../../core/development/audit-types';
import { repairAct } from '../../../../core/development/repair-acts';
import { factsCompared, type SettledFinding } from '../../../../core/development/settle';
import { rowOf, stageOfCode } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { findingView } from '../person-view';
import { settledRoster } from './settled-roster';

type Found = { readonly personId: string; readonly settled: SettledFinding };

const order: readonly Verdict[] = ['unreasonable', 'verify', 'unknown', 'clear'];

/** Findings of the roster that pass the filter, worst first. */
export async function findFindings(desk: Desk, filter: AuditFilter): Promise<Found[]> {
  const roster = await settledRoster(desk);
  const found = roster
    .filter(({ id }) => isWanted(desk, id, filter))
    .flatMap(({ id, findings }) =>
      findings
        .filter((settled) => passes(settled, filter))
        .map((settled) => ({ personId: id, settled })),
    );
  return found.sort(
    (a, b) => order.indexOf(a.settled.finding.verdict) - order.indexOf(b.settled.finding.verdict),
  );
}

function isWanted({ people }: Desk, id: string, { personId, branchId }: AuditFilter): boolean {
  if (personId !== undefined && personId !== id) return false;
  return branchId === undefined || people.branchIds[rowOf(people, id) ?? -1] === branchId;
}

function passes({ finding, settlement }: SettledFinding, filter: AuditFilter): boolean {
  return (
    (settlement === undefined) === (filter.state === 'open') &&
    (filter.rule === undefined || finding.rule === filter.rule) &&
    (filter.verdict === undefined || finding.verdict === filter.verdict)
  );
}

export async function listFindings(
  desk: Desk,
  { filter, range }: VaultInput<'audit.findings'>,
): Promise<Result<VaultOutput<'audit.findings'>>> {
  const found = await findFindings(desk, filter);
  const window = found.slice(range.offset, range.offset + range.limit);
  return {
    ok: true,
    value: { rows: window.map((each) => auditRow(desk, each)), total: found.length },
  };
}

export function auditRow(desk: Desk, { personId, settled }: Found): AuditRow {
  const { people, reference } = desk;
  const row = rowOf(people, personId) ?? -1;
  const { finding, settlement } = settled;
  return {
    personId,
    rule: finding.rule,
    facts: factsCompared(finding),
    personName: people.names[row] ?? '',
    branchName: reference.partyOrganizations.get(people.branchIds[row])?.name ?? '',
    stage: stageOfCode(people.stage[row] ?? 0) ?? null,
    finding: findingView(finding),
    repair: repairAct(finding.rule),
    settlement:
      settlement === undefined
        ? null
        : {
            id: settlement.id,
            explanation: settlement.explanation,
            settledOn: settlement.settledOn,
            settledBy: settlement.settledBy,
          },
  };
}
