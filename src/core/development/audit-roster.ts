import { asDay, type FactDate } from '../calendar/calendar-date';
import type { EngineOptions } from '../deadlines/types';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { judge, type Claim, type Finding } from './audit-types';
import type { DossierFacts } from './facts';
import { deriveStage, isClosed } from './stage';

/** What of one dossier is compared with the others; small, because a whole roster is held. */
export type RosterLine = {
  readonly appliedOn: FactDate | undefined;
  readonly membershipFormNumber: string | undefined;
  readonly membershipFormOn: FactDate | undefined;
  /** Absent where the dossier is over: nobody is in it twice any more. */
  readonly identity: string | undefined;
  readonly isNumbered: boolean;
  /** Mentors of today, by the id of their record or by name within the branch. */
  readonly mentors: readonly { readonly key: string; readonly name: string }[];
  readonly branchId: string | undefined;
  readonly meetingOn: FactDate | undefined;
  /** Planned admissions of the branch in the year of the meeting; absent where none are on record. */
  readonly quota: number | undefined;
};

export function rosterLineOf(facts: DossierFacts): RosterLine {
  const { dossier, person, birthOn, branch } = facts;
  const isOver = isClosed(facts) || deriveStage(facts).stage === 'fullMember';
  const number = person?.idNumber;
  const nameAndBirth =
    person?.name === undefined || asDay(birthOn) === undefined
      ? undefined
      : `${person.name} ${birthOn ?? ''}`;
  const meetingOn = dossier.meeting?.on;
  return {
    appliedOn: dossier.appliedOn,
    membershipFormNumber: dossier.membershipFormNumber,
    membershipFormOn: dossier.membershipFormOn,
    identity: isOver ? undefined : (number ?? nameAndBirth),
    isNumbered: number !== undefined,
    mentors: isOver || meetingOn !== undefined ? [] : mentorsOf(facts),
    branchId: branch?.id,
    meetingOn,
    quota: branch?.quotas?.find(({ year }) => String(year) === meetingOn?.slice(0, 4))?.count,
  };
}

function mentorsOf({ dossier, branch }: DossierFacts): RosterLine['mentors'] {
  return (dossier.mentors ?? [])
    .filter(({ until }) => until === undefined)
    .map(({ name, personId }) => ({ key: personId ?? `${branch?.id ?? ''}/${name}`, name }));
}

/** Findings that only several dossiers together can show, by their place in the list given. */
export function auditRoster(
  lines: readonly RosterLine[],
  options: EngineOptions,
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  const context = { facts: { dossier: {} }, options };
  const add = (place: number, claim: Claim) => {
    const findings = judge(context, claim);
    if (findings.length > 0) found.set(place, [...(found.get(place) ?? []), ...findings]);
  };
  for (const check of rosterChecks) check(lines, options, add);
  return found;
}

type RosterCheck = (
  lines: readonly RosterLine[],
  options: EngineOptions,
  add: (place: number, claim: Claim) => void,
) => void;

/** Many letters of one day are named and never judged (AC41). */
const sameDayLetters: RosterCheck = (lines, _options, add) => {
  const least = limitOf(ruleOf('SAME-DAY-ROSTER'), 'people');
  for (const [on, places] of groupBy(lines, ({ appliedOn }) => asDay(appliedOn))) {
    if (places.length < least) continue;
    for (const place of places)
      add(place, {
        rule: 'SAME-DAY-ROSTER',
        on,
        outcome: 'broken',
        evidence: [`同日申请书 ${places.length} 份`, `申请 ${on}`],
        message: `${on} 同日有 ${places.length} 份入党申请书，材料高度集中，请上级党委核查（系统不作定性）。`,
      });
  }
};

/** C82: one number of the form belongs to one person. */
const sameFormNumber: RosterCheck = (lines, _options, add) => {
  const groups = groupBy(lines, ({ membershipFormNumber }) => membershipFormNumber);
  for (const [number, places] of groups) {
    if (places.length < 2) continue;
    for (const place of places)
      add(place, {
        rule: 'C82',
        on: lines[place]?.membershipFormOn,
        outcome: 'broken',
        evidence: [`志愿书编号 ${number}`, `同号 ${places.length} 人`],
        message: `入党志愿书编号 ${number} 有 ${places.length} 人使用，一人一号，编号不得重复。`,
      });
  }
};

/** C02: one person in two open dossiers; by number certainly, by name and birth perhaps. */
const samePerson: RosterCheck = (lines, _options, add) => {
  for (const [, places] of groupBy(lines, ({ identity }) => identity)) {
    if (places.length < 2) continue;
    for (const place of places) {
      const isSure = lines[place]?.isNumbered === true;
      add(place, {
        rule: 'C02',
        on: undefined,
        outcome: 'broken',
        ...(isSure ? {} : { severity: 'SOFT' as const }),
        evidence: [
          isSure ? '身份证号相同' : '姓名和出生日期相同',
          `办理中的档案 ${places.length} 份`,
        ],
        message: isSure
          ? `同一身份证号有 ${places.length} 份办理中的档案，一人一档，请核对所在支部。`
          : `姓名和出生日期相同的办理中档案有 ${places.length} 份，请核对是否同一人。`,
      });
    }
  }
};

/** C33: how many people one mentor accompanies at once; a number that each district sets. */
const mentorLoad: RosterCheck = (lines, { overlay, today }, add) => {
  const rule = localRule(ruleOf('C33'), overlay, today);
  if (!rule.isOn) return;
  const most = limitOf(rule, 'most');
  const byMentor = new Map<string, { readonly name: string; readonly places: number[] }>();
  for (const [place, { mentors }] of lines.entries())
    for (const { key, name } of mentors) {
      const known = byMentor.get(key);
      if (known === undefined) byMentor.set(key, { name, places: [place] });
      else known.places.push(place);
    }
  for (const { name, places } of byMentor.values()) {
    if (places.length <= most) continue;
    for (const place of places)
      add(place, {
        rule: 'C33',
        on: today,
        outcome: 'broken',
        citations: rule.citations,
        evidence: [`培养联系人 ${name}`, `同时联系 ${places.length} 人`, `本地上限 ${most} 人`],
        message: `培养联系人 ${name} 同时联系 ${places.length} 人，超过本地口径的 ${most} 人。`,
      });
  }
};

/** C65: of a year's admissions in a branch, those beyond its plan in the order of their meetings. */
const overQuota: RosterCheck = (lines, _options, add) => {
  const groups = groupBy(lines, ({ branchId, meetingOn, quota }) =>
    quota === undefined || meetingOn === undefined
      ? undefined
      : `${branchId ?? ''} ${meetingOn.slice(0, 4)}`,
  );
  for (const [, places] of groups) {
    const quota = lines[places[0] ?? -1]?.quota ?? places.length;
    const inOrder = [...places].sort((a, b) => compare(dayOf(lines, a), dayOf(lines, b)));
    for (const place of inOrder.slice(quota)) {
      const on = lines[place]?.meetingOn;
      add(place, {
        rule: 'C65',
        on,
        outcome: 'broken',
        evidence: [`接收大会 ${on ?? ''}`, `当年接收 ${places.length} 人`, `计划 ${quota} 人`],
        reckoned: [`超 ${places.length - quota} 人`],
        message: `本支部 ${on?.slice(0, 4) ?? ''} 年接收 ${places.length} 人，超过年度发展计划 ${quota} 人，请核对计划和批复。`,
      });
    }
  }
};

const rosterChecks: readonly RosterCheck[] = [
  sameDayLetters,
  sameFormNumber,
  samePerson,
  mentorLoad,
  overQuota,
];

const dayOf = (lines: readonly RosterLine[], place: number): string =>
  lines[place]?.meetingOn ?? '';

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function groupBy<Key>(
  lines: readonly RosterLine[],
  keyOf: (line: RosterLine) => Key | undefined,
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const [place, line] of lines.entries()) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [place]);
    else known.push(place);
  }
  return groups;
}
