import type { Settlement } from '../records/settlement';
import { worstVerdict, type Finding, type Verdict } from './audit-types';

/** A finding and, where somebody has explained it, the explanation that still holds. */
export type SettledFinding = { readonly finding: Finding; readonly settlement?: Settlement };

const longest = 4000;

/**
 * The compared facts as one text: the same facts give the same text on every day, so today's own date, which
 * some findings name beside a fact, is left out.
 * @example factsCompared(finding) //=> '收到入党申请书 2026-01-31；党组织派人谈话 2026-03-02'
 */
export function factsCompared({ evidence, message }: Finding): string {
  const facts = evidence.filter((each) => !each.startsWith('今天'));
  return (facts.length > 0 ? facts.join('；') : message).slice(0, longest);
}

const keyOf = (rule: string, facts: string) => `${rule}\n${facts}`;

/** Joins findings with the explanations written for exactly these facts; clear findings need none. */
export function settle(
  findings: readonly Finding[],
  settlements: readonly Settlement[],
): SettledFinding[] {
  if (settlements.length === 0) return findings.map((finding) => ({ finding }));
  const byKey = new Map(settlements.map((each) => [keyOf(each.rule, each.facts), each]));
  return findings.map((finding) => {
    const settlement =
      finding.verdict === 'clear'
        ? undefined
        : byKey.get(keyOf(finding.rule, factsCompared(finding)));
    return settlement === undefined ? { finding } : { finding, settlement };
  });
}

/** The worst of what nobody has explained yet. */
export function openVerdict(settled: readonly SettledFinding[]): Verdict {
  return worstVerdict(
    settled.flatMap(({ finding, settlement }) => (settlement === undefined ? [finding] : [])),
  );
}
