import { isOnRecord, paperChecklist, type Paper } from '../../../core/development/paper-list';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import type { FactDate } from '../../../core/calendar/calendar-date';

/** One row of the checklist as it stands in its fields. */
export type PaperDraft = {
  readonly step: number | undefined;
  readonly form: string | undefined;
  readonly kind: string;
  readonly state: '' | NonNullable<Paper['state']>;
  readonly pages: string;
  readonly storedAt: string;
  readonly isSigned: '' | 'yes' | 'no';
  readonly isSealed: '' | 'yes' | 'no';
  readonly datedOn: string;
  readonly isDated: '' | 'yes' | 'no';
  readonly statedName: string;
  readonly signedBy: string;
  /** What the fields do not show and a save must keep. */
  readonly rest: Paper;
};

const flagText = (flag: boolean | undefined) => (flag === undefined ? '' : flag ? 'yes' : 'no');

export function draftPapers(papers: readonly Paper[]): PaperDraft[] {
  return paperChecklist(papers).map(({ entry, paper }) => ({
    step: entry?.step,
    form: entry?.form,
    kind: paper.kind,
    state: paper.state ?? '',
    pages: paper.pages === undefined ? '' : String(paper.pages),
    storedAt: paper.storedAt ?? '',
    isSigned: flagText(paper.isSigned),
    isSealed: flagText(paper.isSealed),
    datedOn: paper.datedOn ?? '',
    isDated: flagText(paper.isDated),
    statedName: paper.statedName ?? '',
    signedBy: paper.signedBy ?? '',
    rest: paper,
  }));
}

export const isBadPages = ({ pages }: PaperDraft): boolean =>
  pages.trim() !== '' && !/^\d{1,4}$/.test(pages.trim());

export const isBadDraft = (draft: PaperDraft): boolean =>
  isBadPages(draft) || isBadTypedDate(draft.datedOn);

/** The papers to store: empty rows fall away, emptied fields are emptied. */
export function readPapers(drafts: readonly PaperDraft[]): Paper[] {
  return drafts.map(readPaper).filter(isOnRecord);
}

function readPaper({ rest, ...draft }: PaperDraft): Paper {
  const { isHandwritten } = rest;
  const pages = draft.pages.trim();
  const datedOn = readTypedDate(draft.datedOn);
  return {
    kind: draft.kind,
    ...(draft.state === '' ? {} : { state: draft.state }),
    ...flagFact('isSigned', draft),
    ...flagFact('isSealed', draft),
    ...(isHandwritten === undefined ? {} : { isHandwritten }),
    ...flagFact('isDated', draft),
    ...textFact('statedName', draft),
    ...textFact('signedBy', draft),
    ...(datedOn === '' ? {} : { datedOn: datedOn as FactDate }),
    ...(pages === '' ? {} : { pages: Number(pages) }),
    ...textFact('storedAt', draft),
  };
}

type Draft = Omit<PaperDraft, 'rest'>;
type Flag = 'isSigned' | 'isSealed' | 'isDated';
type Text = 'storedAt' | 'statedName' | 'signedBy';

function flagFact(key: Flag, draft: Draft): Pick<Paper, Flag> {
  return draft[key] === '' ? {} : { [key]: draft[key] === 'yes' };
}

function textFact(key: Text, draft: Draft): Pick<Paper, Text> {
  const typed = draft[key].trim();
  return typed === '' ? {} : { [key]: typed };
}

/** Whether the paper is there to be read; whose name it bears and who signed is asked of no other. */
export const isAtHand = ({ state }: PaperDraft): boolean =>
  state === 'original' || state === 'copy';

/** Whether anything is on record of what the papers say of names. */
export const hasNames = (drafts: readonly PaperDraft[]): boolean =>
  drafts.some(
    ({ isDated, statedName, signedBy }) => isDated !== '' || statedName !== '' || signedBy !== '',
  );
