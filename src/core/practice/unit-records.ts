import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import { associationFacts } from './association-records';
import { fictionalCreditCode, fictionalName, fictionalPhone } from './fictional-identity';
import { siteTrades } from './names-data';
import { carrierId, communityId, serviceCentreId, streetId } from './place-records';
import { franchiserOf, headquartersOf } from './platform-records';
import { createRandom } from './random';
import type { UnitPlan } from './types';

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

/** Counts of people: absent where nobody has filled them in, never a nought in their stead. */
function headCounts(plan: UnitPlan): Partial<Organization> {
  const { fullMembers, staff, pipeline } = plan;
  const probationary = pipeline.probationaryMember;
  const least = sum(Object.values(pipeline)) + (fullMembers ?? 0);
  return {
    ...(staff === undefined ? {} : { staff: Math.max(staff, least) }),
    ...(fullMembers === undefined
      ? {}
      : { members: fullMembers + probationary, probationaryMembers: probationary }),
    developmentTargets: pipeline.developmentTarget,
    activists: pipeline.activist,
    applicants: pipeline.applicant,
  };
}

function linkFacts(plan: UnitPlan): Partial<Organization> {
  switch (plan.link) {
    case 'liaison':
      return { hasLiaison: true };
    case 'union':
      return { massOrganizations: { union: true } };
    case 'youthLeague':
      return { massOrganizations: { youthLeague: true } };
    case 'womensFederation':
      return { massOrganizations: { womensFederation: true } };
    case 'serviceCentre':
      return { serviceCentreId: serviceCentreId(plan.street) };
    default:
      return {};
  }
}

function siteFacts(plan: UnitPlan, staff: number | undefined): Partial<Organization> {
  const site = siteTrades.find(({ kind }) => kind === plan.trade.kind);
  if (!plan.isSite || site === undefined) return {};
  const headquartersId = headquartersOf(plan.trade.kind, plan.serial);
  return {
    siteNumber: `YL-${String(plan.serial).padStart(5, '0')}`,
    ...(headquartersId === undefined ? {} : { headquartersId }),
    ...(staff === undefined ? {} : { groupHeadcounts: { [site.group]: staff } }),
  };
}

function franchiseFacts({ trade, serial }: UnitPlan): Partial<Organization> {
  const headquartersId = franchiserOf(trade.kind, serial);
  return headquartersId === undefined ? {} : { headquartersId };
}

/** One in three with money from outside is owned by it alone. */
function registrationOf(drawn: string, serial: number): string {
  return serial % 3 === 0 ? drawn.replace('商投资', '商独资') : drawn;
}

/** The record of a planned unit. */
export function organizationRecord(
  seed: number,
  plan: UnitPlan,
  today: CalendarDate,
): Organization {
  const random = createRandom(seed + plan.serial * 7919);
  const counts = headCounts(plan);
  const isMember = plan.fullMembers !== undefined && plan.fullMembers > 0 && random.chance(0.3);
  const isExcluded = plan.status !== 'operating';
  const checkedOn = addDays(today, -random.int(3, random.chance(0.05) ? 160 : 88));
  return {
    id: plan.id,
    name: plan.name,
    ...(plan.label === undefined ? {} : { label: plan.label }),
    creditCode: fictionalCreditCode(plan.serial, plan.trade.kind),
    kind: plan.trade.kind,
    ...(plan.trade.kind === 'enterprise'
      ? {
          registrationType: registrationOf(
            random.pick(['私营', '私营', '私营', '私营独资', '港澳台商投资', '外商投资']),
            plan.serial,
          ),
        }
      : {}),
    status: plan.status,
    ...(isExcluded
      ? { statusVerifiedOn: checkedOn, statusEvidence: '演练：市场监管登记信息与上门核实' }
      : {}),
    areaId: communityId(plan.street, plan.community),
    ...(random.chance(0.5) ? { carrierId: carrierId(plan.street, random.int(0, 2)) } : {}),
    address: `${streetId(plan.street)}样例路 ${random.int(1, 399)} 号`,
    industry: plan.trade.industry,
    // A unit is older than any branch that covers it.
    foundedOn: addDays(today, -random.int(plan.branchId === undefined ? 60 : 2000, 7000)),
    isAboveScale: (counts.staff ?? 0) >= 60,
    ...counts,
    ...siteFacts(plan, counts.staff),
    ...franchiseFacts(plan),
    ...associationFacts(plan, today),
    head: {
      name: fictionalName(plan.serial * 3 + 1),
      phone: fictionalPhone(90_000_000 + plan.serial),
      isPartyMember: isMember,
      isSecretary: isMember && plan.state === 'own' && random.chance(0.4),
    },
    ...linkFacts(plan),
    lastVerifiedOn: checkedOn,
  };
}
