import type { AuditBranch, AuditCounts, AuditGroup } from '../../../../contract/audit';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { Finding } from '../../../../core/development/audit-types';
import { repairAct } from '../../../../core/development/repair-acts';
import { openVerdict, type SettledFinding } from '../../../../core/development/settle';
import { findRule } from '../../../../core/regulations/development-rules';
import { rowOf } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { citationView } from '../due-items';
import { streetName } from '../gap-views';
import { settledRoster } from './settled-roster';

type Tally = { -readonly [Key in keyof AuditCounts]: AuditCounts[Key] } & { finding?: Finding };

const emptyTally = (): Tally => ({ unreasonable: 0, verify: 0, unknown: 0, settled: 0, people: 0 });

/** What is wrong over the whole roster: by what repairs it and by whose it is. */
export async function auditOverview(
  desk: Desk,
  _input: VaultInput<'audit.overview'>,
): Promise<Result<VaultOutput<'audit.overview'>>> {
  const roster = await settledRoster(desk);
  const byVerdict = { clear: 0, verify: 0, unreasonable: 0, unknown: 0 };
  const rules = new Map<string, Tally>();
  const branches = new Map<string, Tally>();
  for (const { id, findings } of roster) {
    byVerdict[openVerdict(findings)] += 1;
    addPerson(rules, findings, ({ finding }) => finding.rule);
    const branchId = branchOf(desk, id);
    addPerson(branches, findings, () => branchId);
  }
  const groups = [...rules].map(([rule, tally]) => groupView(rule, tally)).sort(byWeight);
  return {
    ok: true,
    value: {
      today: desk.today,
      dossiers: roster.length,
      byVerdict,
      settled: groups.reduce((sum, { settled }) => sum + settled, 0),
      groups,
      branches: [...branches].map(([id, tally]) => branchView(desk, id, tally)).sort(byWeight),
    },
  };
}

function branchOf({ people }: Desk, personId: string): string {
  return people.branchIds[rowOf(people, personId) ?? -1] ?? '';
}

function addPerson(
  tallies: Map<string, Tally>,
  findings: readonly SettledFinding[],
  keyOf: (settled: SettledFinding) => string,
): void {
  const seen = new Set<string>();
  for (const settled of findings) {
    const key = keyOf(settled);
    const tally = tallies.get(key) ?? emptyTally();
    tallies.set(key, tally);
    tally.finding ??= settled.finding;
    if (!seen.has(key)) tally.people += 1;
    seen.add(key);
    const { verdict } = settled.finding;
    if (settled.settlement !== undefined) tally.settled += 1;
    else if (verdict !== 'clear') tally[verdict] += 1;
  }
}

const weight = ({ unreasonable, verify, unknown }: AuditCounts) =>
  unreasonable * 1e8 + verify * 1e4 + unknown;
const byWeight = (a: AuditCounts, b: AuditCounts) => weight(b) - weight(a);

function groupView(rule: string, { finding, ...counts }: Tally): AuditGroup {
  if (finding === undefined) throw new Error(`group ${rule} without a finding`);
  return {
    ...counts,
    rule,
    title: findRule(rule)?.title ?? rule,
    repair: repairAct(rule),
    citation: citationView(finding.citation),
  };
}

function branchView(desk: Desk, branchId: string, { finding: _, ...counts }: Tally): AuditBranch {
  const branch = desk.reference.partyOrganizations.get(branchId);
  return {
    ...counts,
    branchId,
    branchName: branch?.name ?? '未填党支部',
    areaName: streetName(desk, branch?.areaId),
  };
}
