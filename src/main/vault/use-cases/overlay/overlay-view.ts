import type { VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type {
  OverlayLine,
  OverlayNumber,
  OverlayRule,
  WeakRule,
} from '../../../../contract/overlay';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import { factNames, factTable } from '../../../../core/development/facts';
import { limitWords } from '../../../../core/labels/overlay';
import { allDevelopmentRules } from '../../../../core/regulations/development-rules';
import {
  localRule,
  stricterNumbers,
  type LocalOverlay,
  type OverlayEntry,
} from '../../../../core/regulations/local-overlay';
import { citationIn, editionOn, isStrongTag } from '../../../../core/regulations/rulebooks';
import type { Citation, Offset, Rule } from '../../../../core/regulations/types';
import type { Desk } from '../desk';
import { citationView } from '../due-items';

/** The paper as it stands; before there is one, an empty paper of this unit. */
export function paperOf(desk: Desk): LocalOverlay {
  const { localOverlay, unitName } = desk.settings;
  return localOverlay ?? { name: '地方口径', issuedBy: unitName, entries: [] };
}

/** What a district may add or make stricter, and what it has. */
export function overlayOverview(desk: Desk): Result<VaultOutput<'overlay.overview'>> {
  const overlay = paperOf(desk);
  const { entries, ...paper } = overlay;
  const lines = entries.map((entry, index) => lineOf(entry, index, desk.today));
  const rules = allDevelopmentRules.map((rule) => ruleView(desk, rule, lines));
  return {
    ok: true,
    value: {
      today: desk.today,
      paper,
      local: rules.filter(({ isLocal }) => isLocal),
      national: rules.filter(({ isLocal, numbers }) => !isLocal && numbers.length > 0),
      added: lines.filter(({ entry }) => entry.act === 'add'),
      facts: factNames.map((name) => ({ name, words: factTable[name].words })),
      weak: weakRules(desk),
    },
  };
}

function lineOf(entry: OverlayEntry, index: number, today: CalendarDate): OverlayLine {
  const { from, until } = entry;
  const state = from > today ? 'ahead' : until !== undefined && until < today ? 'ended' : 'inForce';
  return { index, entry, state };
}

function ruleView(desk: Desk, rule: Rule, lines: readonly OverlayLine[]): OverlayRule {
  const isLocal = rule.scope === 'local';
  return {
    rule: rule.id,
    title: rule.title,
    text: rule.text,
    citation: citationView(citationOf(desk, rule)),
    isLocal,
    isOn: localRule(rule, desk.settings.localOverlay, desk.today).isOn,
    numbers: isLocal ? ownNumbers(rule) : stricterNumbers(rule).map(worded),
    lines: lines.filter(({ entry }) => entry.act !== 'add' && entry.rule === rule.id),
  };
}

/** The citation of today's rulebook; a rule that only the older text knows shows that one. */
function citationOf(desk: Desk, rule: Rule): Citation {
  const today = citationIn(rule, editionOn(desk.today, desk.engine.rulebooks));
  const [first] = rule.citations;
  const citation = today ?? first;
  if (citation === undefined) throw new Error(`rule ${rule.id} has no citation`);
  return citation;
}

const worded = (number: Omit<OverlayNumber, 'words'>): OverlayNumber => ({
  ...number,
  words: limitWords[number.name] ?? number.name,
});

/** A local rule's numbers are the district's own. */
function ownNumbers({ offset, limits }: Rule): OverlayNumber[] {
  const period = offset === undefined ? [] : [{ name: 'offset', ...sizeOf(offset) }];
  const counts = Object.entries(limits ?? {}).map(([name, value]) => ({
    name,
    value,
    unit: 'count' as const,
  }));
  return [...period, ...counts].map((each) => worded({ ...each, way: 'any' }));
}

function sizeOf(offset: Offset): Pick<OverlayNumber, 'value' | 'unit'> {
  if ('months' in offset) return { value: offset.months, unit: 'months' };
  return 'days' in offset
    ? { value: offset.days, unit: 'days' }
    : { value: offset.workingDays, unit: 'workingDays' };
}

/** Where a HARD limit of the rule rests on wording not seen: the rule itself, or its outer limit alone. */
function weakCitationOf(desk: Desk, rule: Rule): Citation | undefined {
  const citation = citationOf(desk, rule);
  const outer = rule.outerTags?.[citation.edition];
  if (outer !== undefined && !isStrongTag(outer)) return { ...citation, tag: outer };
  return rule.severity === 'HARD' && !isStrongTag(citation.tag) ? citation : undefined;
}

function weakRules(desk: Desk): WeakRule[] {
  const known = new Map((desk.settings.confirmedRules ?? []).map((each) => [each.rule, each]));
  return allDevelopmentRules
    .filter(({ scope }) => scope === 'national')
    .flatMap((rule) => {
      const citation = weakCitationOf(desk, rule);
      if (citation === undefined) return [];
      const confirmed = known.get(rule.id);
      const { id, title, text } = rule;
      return [
        {
          rule: id,
          title,
          text,
          citation: citationView(citation),
          confirmed:
            confirmed === undefined
              ? null
              : { source: confirmed.source, confirmedOn: confirmed.confirmedOn },
        },
      ];
    });
}
