import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { OverrideView, PathLineView } from '../../../../contract/dossier-acts';
import { failed } from '../../../../contract/failure-words';
import { asDay } from '../../../../core/calendar/calendar-date';
import { pathOf, type PathLine } from '../../../../core/development/path';
import { missingOfEvent } from '../../../../core/development/transitions';
import type { Dossier } from '../../../../core/records/dossier';
import { findRule } from '../../../../core/regulations/development-rules';
import { citationIn, editionOn } from '../../../../core/regulations/rulebooks';
import type { Desk } from '../desk';
import { citationView } from '../due-items';
import { stageSentence } from '../person-view';
import { surroundedFacts } from '../surroundings';

/** How a person came to where she is, and which blocks were passed over on the way. */
export function dossierPath(
  desk: Desk,
  { id }: VaultInput<'dossier.path'>,
): Result<VaultOutput<'dossier.path'>> {
  const person = desk.read('people', id);
  if (person === undefined) return failed('C-103');
  const facts = surroundedFacts(desk, person);
  return {
    ok: true,
    value: {
      sentence: stageSentence(facts),
      lines: pathOf(facts, desk.engine, person.formerDossiers).map((line) =>
        lineView(line, facts.dossier),
      ),
      overrides: overrideViews(desk, facts.dossier),
    },
  };
}

function lineView(line: PathLine, dossier: Dossier): PathLineView {
  const { event, citation } = line;
  const place = event === undefined ? -1 : (dossier.events ?? []).indexOf(event);
  return {
    on: line.on ?? null,
    words: line.words,
    body: line.body ?? '',
    documentNumber: line.documentNumber ?? '',
    reason: line.reason ?? '',
    operator: line.operator ?? '',
    clock: line.clock,
    citation: citation === undefined ? null : citationView(citation),
    isUndone: line.isUndone,
    event: place === -1 ? null : place,
    lacks: event === undefined ? [] : [...missingOfEvent(event)],
  };
}

/** The blocks passed over with a reason, newest first, each with the article it was about. */
export function overrideViews(desk: Desk, dossier: Dossier): OverrideView[] {
  return [...(dossier.overrides ?? [])].reverse().map(({ rule: id, reason, on }) => {
    const rule = findRule(id);
    const edition = editionOn(asDay(on) ?? desk.today, desk.engine.rulebooks);
    const citation = rule === undefined ? undefined : citationIn(rule, edition);
    return {
      rule: id,
      title: rule?.title ?? id,
      citation: citation === undefined ? null : citationView(citation),
      reason,
      on,
    };
  });
}
