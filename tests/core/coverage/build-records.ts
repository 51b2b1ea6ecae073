import type { CoverageRecords } from '../../../src/core/coverage/types';
import type { Organization } from '../../../src/core/records/organization';
import type { PartyOrganization } from '../../../src/core/records/party-organization';

/** An operating enterprise; everything else unknown unless said. */
export function unit(id: string, facts: Partial<Organization> = {}): Organization {
  return { id, name: `样例${id}有限公司`, kind: 'enterprise', status: 'operating', ...facts };
}

/** A branch of its own covering the units named. */
export function branch(
  id: string,
  organizationIds: readonly string[],
  facts: Partial<PartyOrganization> = {},
): PartyOrganization {
  return {
    id,
    name: `${id}党支部`,
    level: 'branch',
    form: 'own',
    covers: organizationIds.map((organizationId) => ({ organizationId })),
    ...facts,
  };
}

export function ledger(records: Partial<CoverageRecords>): CoverageRecords {
  return { organizations: [], partyOrganizations: [], instructors: [], areas: [], ...records };
}
