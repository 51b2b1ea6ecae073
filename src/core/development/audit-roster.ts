import type { EngineOptions } from '../deadlines/types';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { judge, type Finding } from './audit-types';
import { asDay } from '../calendar/calendar-date';
import type { DossierFacts } from './facts';

/** Findings that only several dossiers together can show, by their place in the list given. */
export function auditRoster(
  dossiers: readonly DossierFacts[],
  options: EngineOptions,
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  const add = (place: number, findings: readonly Finding[]) =>
    found.set(place, [...(found.get(place) ?? []), ...findings]);
  const least = limitOf(ruleOf('SAME-DAY-ROSTER'), 'people');
  for (const [on, places] of groupBy(dossiers, ({ dossier }) => asDay(dossier.appliedOn))) {
    if (places.length < least) continue;
    for (const place of places)
      add(
        place,
        judge(contextOf(dossiers, place, options), {
          rule: 'SAME-DAY-ROSTER',
          on,
          outcome: 'broken',
          evidence: [`同日申请书 ${places.length} 份`, `申请 ${on}`],
          message: `${on} 同日有 ${places.length} 份入党申请书，材料高度集中，请上级党委核查（系统不作定性）。`,
        }),
      );
  }
  for (const [number, places] of groupBy(dossiers, ({ dossier }) => dossier.membershipFormNumber)) {
    if (places.length < 2) continue;
    for (const place of places)
      add(
        place,
        judge(contextOf(dossiers, place, options), {
          rule: 'C82',
          on: asDay(dossiers[place]?.dossier.membershipFormOn),
          outcome: 'broken',
          evidence: [`志愿书编号 ${number}`, `同号 ${places.length} 人`],
          message: `入党志愿书编号 ${number} 有 ${places.length} 人使用，一人一号，编号不得重复。`,
        }),
      );
  }
  return found;
}

const contextOf = (dossiers: readonly DossierFacts[], place: number, options: EngineOptions) => ({
  facts: dossiers[place] ?? { dossier: {} },
  options,
});

function groupBy<Key>(
  dossiers: readonly DossierFacts[],
  keyOf: (facts: DossierFacts) => Key | undefined,
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const [place, facts] of dossiers.entries()) {
    const key = keyOf(facts);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}
