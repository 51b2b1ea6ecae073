import { z } from 'zod';
import { addDays } from '../../core/calendar/arithmetic';
import {
  asDay,
  calendarDateSchema,
  daysInMonth,
  factDateSchema,
  isCalendarDate,
  type CalendarDate,
  type FactDate,
} from '../../core/calendar/calendar-date';
import { readCount } from '../../core/intake/read-count';
import type { CoverageRecords } from '../../core/coverage/types';
import type { Organization, OrganizationStatus } from '../../core/records/organization';
import type { PartyOrganization } from '../../core/records/party-organization';
import type { Instructor } from '../../core/records/work';
import { UnusableInput } from './unusable-input';
import { readForm, readKind, readLevel, readStatus } from './coverage-words';

/** Numbers as people write them (约30人) are read by the importer's own reader; what it refuses is refused. */
const count = z
  .union([
    z.int('人数应为整数').min(0, '人数不能为负'),
    z.string().refine((text) => readCount(text).value !== undefined, '人数读不懂'),
  ])
  .nullish();

const numberOf = (raw: z.infer<typeof count>): number | undefined =>
  typeof raw === 'string' ? readCount(raw).value : (raw ?? undefined);

const isApproximate = (raw: z.infer<typeof count>): boolean =>
  typeof raw === 'string' && readCount(raw).problems.some(({ code }) => code === 'NUMBER_APPROX');
const mark = z.boolean('应为 true 或 false').nullish();
const id = z.union([z.string().min(1), z.int()]).transform(String);

const unitSchema = z.object({
  id,
  kind: z.string().nullish(),
  status: z.string().nullish(),
  staff: count,
  members: count,
  probationary: count,
  partyOrganizationIds: z.array(id).nullish(),
  hasInstructor: mark,
  hasLiaison: mark,
  hasUnion: mark,
  hasYouthLeague: mark,
  hasCentre: mark,
  membersElsewhere: count,
  lastVerifiedOn: calendarDateSchema.nullish(),
  foundedOn: factDateSchema.nullish(),
  area: z.string().nullish(),
});
type FileUnit = z.infer<typeof unitSchema>;

const partySchema = z.object({
  id,
  form: z.string().nullish(),
  level: z.string().nullish(),
  from: factDateSchema.nullish(),
  until: factDateSchema.nullish(),
  lastElectedOn: factDateSchema.nullish(),
  termYears: z.int().min(1).max(10).nullish(),
  /** Joined later than the rest: what the size rules ask for where units do not tell it. */
  hasCommittee: mark,
  fullMembers: count,
});
type FileParty = z.infer<typeof partySchema>;

const fileSchema = z.object({
  organizations: z.array(unitSchema),
  partyOrganizations: z.array(partySchema).nullish(),
});

/** Drops what was not stated: absent means unknown all the way through. */
function stated<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const kept = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(kept) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}

/** What a unit without a status is: in a list that states none at all, one in business, as the importer reads it. */
function statusWhereNone(units: readonly FileUnit[]): OrganizationStatus {
  const isStated = units.some(({ status }) => status !== undefined && status !== null);
  return isStated ? 'unknown' : 'operating';
}

function unitOf(unit: FileUnit, unstated: OrganizationStatus): Organization {
  return {
    id: unit.id,
    name: unit.id,
    kind: readKind(unit.kind ?? 'enterprise') ?? 'enterprise',
    // A status in words we do not know is unknown: listed, named as a doubt, and in no denominator.
    status:
      unit.status === undefined || unit.status === null
        ? unstated
        : (readStatus(unit.status) ?? 'unknown'),
    ...stated({
      staff: numberOf(unit.staff),
      isStaffApproximate: isApproximate(unit.staff) ? true : undefined,
      members: numberOf(unit.members),
      probationaryMembers: numberOf(unit.probationary),
      areaId: unit.area,
      hasLiaison: unit.hasLiaison,
      membersElsewhere: numberOf(unit.membersElsewhere),
      lastVerifiedOn: unit.lastVerifiedOn,
      foundedOn: unit.foundedOn,
    }),
    massOrganizations: stated({ union: unit.hasUnion, youthLeague: unit.hasYouthLeague }),
    ...(unit.hasCentre === true ? { serviceCentreId: 'centre' } : {}),
  };
}

/** A month says that it was there until some day of it: only the month after decides (rules §0.4). */
function lastDayOf(until: FactDate | null | undefined): CalendarDate | undefined {
  if (until === undefined || until === null) return undefined;
  const [year, month] = until.split('-').map(Number);
  const last = `${until}-${String(daysInMonth(year ?? 0, month ?? 0))}`;
  return isCalendarDate(until) ? until : isCalendarDate(last) ? last : undefined;
}

function partyOf(party: FileParty, units: readonly FileUnit[]): PartyOrganization {
  const lastOn = lastDayOf(party.until);
  const covered = units.filter((unit) => unit.partyOrganizationIds?.includes(party.id) === true);
  // An unstated form follows from the list itself: one unit has its own, several share one.
  const implied = covered.length > 1 ? 'joint' : 'own';
  return {
    id: party.id,
    name: party.id,
    form:
      (party.form === undefined || party.form === null ? implied : readForm(party.form)) ?? implied,
    level: readLevel(party.level ?? 'branch') ?? 'branch',
    ...stated({
      foundedOn: party.from,
      // `until` is the last day it existed.
      dissolvedOn: lastOn === undefined ? undefined : addDays(lastOn, 1),
      // An election known to the month leaves the end of the term unknown.
      lastElectedOn: asDay(party.lastElectedOn ?? undefined),
      termYears: party.termYears,
      hasCommittee: party.hasCommittee,
      fullMembers: numberOf(party.fullMembers),
    }),
    covers: covered.map((unit) => ({
      organizationId: unit.id,
      ...stated({ until: lastOn }),
    })),
  };
}

function instructorsOf(units: readonly FileUnit[]): Instructor[] {
  return units
    .filter((unit) => unit.hasInstructor === true)
    .map((unit) => ({
      id: `instructor-${unit.id}`,
      name: '指导员',
      kind: 'instructor',
      assignments: [{ organizationId: unit.id }],
    }));
}

/** A Chinese sentence about the first word or reference that cannot be read; undefined when all can. */
function unreadable(units: readonly FileUnit[], parties: readonly FileParty[]): string | undefined {
  const ids = new Set(parties.map((party) => party.id));
  for (const unit of units) {
    if (typeof unit.kind === 'string' && readKind(unit.kind) === undefined) {
      return `单位 ${unit.id} 的类型「${unit.kind}」不认识`;
    }
    const missing = unit.partyOrganizationIds?.find((party) => !ids.has(party));
    if (missing !== undefined) {
      return `单位 ${unit.id} 引用的党组织 ${missing} 不在 partyOrganizations 里`;
    }
  }
  for (const { id: party, form, level } of parties) {
    if (typeof form === 'string' && readForm(form) === undefined) {
      return `党组织 ${party} 的组建形式「${form}」不认识`;
    }
    if (typeof level === 'string' && readLevel(level) === undefined) {
      return `党组织 ${party} 的级别「${level}」不认识`;
    }
  }
  return undefined;
}

function repeated(items: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>();
  const twice = items.find((item) => seen.size === seen.add(item.id).size);
  return twice === undefined ? undefined : `编号 ${twice.id} 出现了两次`;
}

/** Reads the documented file into records of the ledger's own shape; throws `UnusableInput` in Chinese. */
export function recordsOfCoverageFile(json: unknown): CoverageRecords {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new UnusableInput(
      `覆盖文件读不懂：${where} 处不合格式，应含 organizations 和 partyOrganizations`,
    );
  }
  const units = parsed.data.organizations;
  const parties = parsed.data.partyOrganizations ?? [];
  const problem = unreadable(units, parties) ?? repeated(units) ?? repeated(parties);
  if (problem !== undefined) throw new UnusableInput(problem);
  const unstated = statusWhereNone(units);
  const areas = [...new Set(units.map((unit) => unit.area ?? ''))].filter((area) => area !== '');
  return {
    organizations: units.map((unit) => unitOf(unit, unstated)),
    partyOrganizations: parties.map((party) => partyOf(party, units)),
    instructors: instructorsOf(units),
    areas: areas.map((area) => ({ id: area, name: area, level: 'street' })),
  };
}
