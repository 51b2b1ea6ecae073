import { settle, type SettledFinding } from '../../../../core/development/settle';
import type { Settlement } from '../../../../core/records/settlement';
import type { Desk } from '../desk';
import { auditRoster } from './audit-book';

export type AuditedPerson = { readonly id: string; readonly findings: readonly SettledFinding[] };

/** Every audited dossier with the explanations that still hold, in the order of the register. */
export async function settledRoster(desk: Desk): Promise<AuditedPerson[]> {
  const book = await auditRoster(desk);
  const byPerson = settlementsByPerson(desk);
  return [...book].map(([id, findings]) => ({
    id,
    findings: settle(findings, byPerson.get(id) ?? []),
  }));
}

export function settlementsByPerson(desk: Desk): ReadonlyMap<string, Settlement[]> {
  const byPerson = new Map<string, Settlement[]>();
  for (const settlement of desk.reference.settlements.all()) {
    const known = byPerson.get(settlement.personId);
    if (known === undefined) byPerson.set(settlement.personId, [settlement]);
    else known.push(settlement);
  }
  return byPerson;
}
