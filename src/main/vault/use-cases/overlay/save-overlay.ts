import type { VaultInput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { LocalOverlay } from '../../../../core/regulations/local-overlay';
import { findRule } from '../../../../core/regulations/development-rules';
import type { Desk } from '../desk';
import { saveSettings } from '../settings';
import { paperOf } from './overlay-view';

type Done = Promise<Result<Record<string, never>>>;

/** Writes the paper whole; what loosens a national rule is refused before anything is written. */
export async function storePaper(
  desk: Desk,
  localOverlay: LocalOverlay,
  record: { readonly action: string; readonly note: string },
): Done {
  const saved = await saveSettings(desk, { localOverlay });
  if (!saved.ok) return saved;
  const recorded = desk.record(record.action, record.note);
  return recorded.ok ? { ok: true, value: {} } : recorded;
}

export function savePaper(desk: Desk, paper: VaultInput<'overlay.savePaper'>): Done {
  const { entries } = paperOf(desk);
  return storePaper(desk, { ...paper, entries }, { action: 'overlay.save', note: paper.name });
}

export async function saveEntry(
  desk: Desk,
  { entry, index }: VaultInput<'overlay.saveEntry'>,
): Done {
  const paper = paperOf(desk);
  const { entries } = paper;
  if (index !== undefined && entries[index]?.rule !== entry.rule) return failed('C-103');
  const next =
    index === undefined
      ? [...entries, entry]
      : entries.map((each, at) => (at === index ? entry : each));
  const title = findRule(entry.rule)?.title ?? entry.title ?? entry.rule;
  const note = `${title}，自 ${entry.from}，依据 ${entry.source}`;
  return storePaper(desk, { ...paper, entries: next }, { action: 'overlay.save', note });
}

/** From now on the rule blocks like one whose wording is in hand; taken back, it warns again. */
export async function confirmRule(
  desk: Desk,
  { rule, source }: VaultInput<'overlay.confirm'>,
): Done {
  const known = findRule(rule);
  if (known === undefined) return failed('C-103');
  const others = (desk.settings.confirmedRules ?? []).filter((each) => each.rule !== rule);
  const own = source === null ? [] : [{ rule, source, confirmedOn: desk.today }];
  const saved = await saveSettings(desk, { confirmedRules: [...others, ...own] });
  if (!saved.ok) return saved;
  const words = source === null ? '撤回确认' : `依据 ${source}`;
  const recorded = desk.record('overlay.confirm', `${known.title}，${words}`);
  return recorded.ok ? { ok: true, value: {} } : recorded;
}
