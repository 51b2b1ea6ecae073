import type { WorkbookCase } from './case';
import { answers, platform, terms, township } from './branch-cases';
import { spreadsheetWays } from './later-cases';
import { activists, members1904, wholeWay } from './people-cases';
import {
  committees,
  firmsWithParty,
  otherWords,
  sentInstructors,
  staffAnswers,
  transferred,
} from './second-cases';
import { coverageLedger, instructors, riders, smallFirms, social } from './unit-cases';

/** Workbooks of every kind the importer knows. */
export const cases: readonly WorkbookCase[] = [
  wholeWay,
  activists,
  members1904,
  terms,
  platform,
  answers,
  township,
  social,
  coverageLedger,
  smallFirms,
  riders,
  instructors,
  spreadsheetWays,
  otherWords,
  firmsWithParty,
  committees,
  staffAnswers,
  sentInstructors,
  transferred,
];
