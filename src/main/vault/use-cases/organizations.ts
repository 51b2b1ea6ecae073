import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { deriveStage } from '../../../core/development/stage';
import { factsOf } from '../../../core/development/facts';
import { partyOrganizationFormWords, stageWords } from '../../../core/labels/labels';
import type { Organization } from '../../../core/records/organization';
import type { Desk } from './desk';
import { gapView, streetName, tasksByGap } from './gap-views';
import { maskPhone } from './masking';
import { patched } from './save-person';
import { commitRecord } from './save-record';
import { stateWordsOf } from './organization-list';

export function getOrganization(
  desk: Desk,
  { id }: VaultInput<'organizations.get'>,
): Result<VaultOutput<'organizations.get'>> {
  const record = desk.reference.organizations.get(id) ?? desk.read('organizations', id);
  if (record === undefined) return failed('C-103');
  const { units, states, gaps } = desk.coverage();
  const state = states.get(id) ?? 'excluded';
  const tasks = tasksByGap(desk);
  return {
    ok: true,
    value: {
      record: {
        ...record,
        ...(record.head?.phone === undefined
          ? {}
          : { head: { ...record.head, phone: maskPhone(record.head.phone) } }),
      },
      areaName: streetName(desk, record.areaId) || (record.areaName ?? ''),
      carrierName: desk.reference.carriers.get(record.carrierId)?.name ?? '',
      state,
      stateWords: stateWordsOf(
        state,
        units.find((unit) => unit.id === id),
      ),
      coveredBy: coveredBy(desk, id),
      instructors: instructorsOf(desk, id),
      gaps: gaps
        .filter((gap) => gap.subject === 'organization' && gap.subjectId === id)
        .map((gap) => gapView(desk, gap, tasks)),
      people: peopleOf(desk, id),
    },
  };
}

function coveredBy(desk: Desk, id: string) {
  return desk.reference.partyOrganizations.all().flatMap((party) =>
    (party.covers ?? [])
      .filter(
        ({ organizationId, until }) =>
          organizationId === id && (until === undefined || until >= desk.today),
      )
      .map(({ from }) => ({
        id: party.id,
        name: party.name,
        form: partyOrganizationFormWords[party.form],
        isOwn: party.form === 'own',
        from: from ?? '',
      })),
  );
}

function instructorsOf(desk: Desk, id: string) {
  return desk.reference.instructors.all().flatMap((instructor) =>
    (instructor.assignments ?? [])
      .filter(
        ({ organizationId, until }) =>
          organizationId === id && (until === undefined || until >= desk.today),
      )
      .map(({ from }) => {
        const visits = (instructor.visits ?? []).filter(
          ({ organizationId }) => organizationId === id,
        );
        return {
          id: instructor.id,
          name: instructor.name,
          phone: instructor.phone === undefined ? '' : maskPhone(instructor.phone),
          from: from ?? '',
          visits: visits.length,
          lastVisitOn:
            visits
              .map(({ on }) => on)
              .sort()
              .at(-1) ?? '',
        };
      }),
  );
}

const shownPeople = 60;

/** People on the unit's own pipeline; the branch page lists the rest. */
function peopleOf(desk: Desk, id: string) {
  const branches = new Set(coveredBy(desk, id).map((party) => party.id));
  if (branches.size === 0) return [];
  return peopleOfBranches(desk, branches);
}

export function peopleOfBranches(desk: Desk, branches: ReadonlySet<string>) {
  const { people } = desk;
  const found: { id: string; name: string; stageWords: string }[] = [];
  for (let row = 0; row < people.count && found.length < shownPeople; row += 1) {
    if (!branches.has(people.branchIds[row] ?? '')) continue;
    const person = desk.read('people', people.ids[row] ?? '');
    if (person === undefined) continue;
    const { stage } = deriveStage(factsOf(person));
    found.push({
      id: person.id,
      name: person.name,
      stageWords: stage === undefined ? '' : stageWords[stage],
    });
  }
  return found;
}

type UnitPatch = VaultInput<'organizations.save'>['patch'];

/**
 * A change of status begins today unless its day is said, so that figures of earlier days stay as they were.
 * What proved the old status does not prove the new one.
 */
export function withStatusFacts(
  desk: Desk,
  known: Organization | undefined,
  patch: UnitPatch,
): UnitPatch {
  const isChange =
    known !== undefined && patch.status !== undefined && patch.status !== known.status;
  if (!isChange) return patch;
  return {
    statusSince: desk.today,
    statusVerifiedOn: undefined,
    statusVerifiedBy: undefined,
    statusEvidence: undefined,
    ...patch,
  };
}

/** The window knows the phone of the head masked; a masked one that comes back changes nothing. */
function withWholePhone(known: Organization | undefined, patch: UnitPatch): UnitPatch {
  if (patch.head?.phone?.includes('*') !== true) return patch;
  const { phone: _masked, ...head } = patch.head;
  const phone = known?.head?.phone;
  return { ...patch, head: phone === undefined ? head : { ...head, phone } };
}

export function saveOrganization(
  desk: Desk,
  { id, patch, clears }: VaultInput<'organizations.save'>,
): Result<VaultOutput<'organizations.save'>> {
  const known = id === undefined ? undefined : desk.read('organizations', id);
  if (id !== undefined && known === undefined) return failed('C-103');
  const recordId = id ?? desk.newId();
  const after = patched(
    known ?? { id: recordId, kind: 'enterprise', status: 'operating' },
    withStatusFacts(desk, known, withWholePhone(known, patch)),
    clears,
  );
  const act = { table: 'organizations', action: 'organizations.save' } as const;
  return commitRecord(desk, { ...act, known, after });
}
