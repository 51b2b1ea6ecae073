import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { AssociationRow } from '../../../../contract/field-work';
import { daysBetween } from '../../../../core/calendar/arithmetic';
import { councilDueOn, isInSync, lastSync } from '../../../../core/coverage/association';
import { termReminderMonths } from '../../../../core/regulations/coverage-rules';
import { deadline } from '../../../../core/calendar/arithmetic';
import type { Organization } from '../../../../core/records/organization';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { stateWordsOf } from '../organization-list';

function syncView(unit: Organization, kind: 'registration' | 'inspection' | 'evaluation') {
  const last = lastSync(unit, kind);
  return { on: last?.on ?? '', withParty: last?.withParty ?? null };
}

/** 行业协会商会 that are in business, each with its responsible department, council term and 三同步. */
export function associationRows(desk: Desk): AssociationRow[] {
  const { units, states } = desk.coverage();
  return units.flatMap((unit) => {
    const record = desk.reference.organizations.get(unit.id);
    if (record?.isIndustryAssociation !== true || unit.exclusion !== undefined) return [];
    const state = states.get(unit.id) ?? 'excluded';
    const dueOn = councilDueOn(record);
    return [
      {
        id: record.id,
        name: record.name,
        areaName: streetName(desk, record.areaId),
        department: record.industryDepartment ?? '',
        headName: record.head?.name ?? '',
        isHeadMember: record.head?.isPartyMember ?? null,
        stateWords: stateWordsOf(state, unit),
        isBuilt: state === 'own' || state === 'joint',
        councilDueOn: dueOn ?? '',
        councilDays: dueOn === undefined ? null : daysBetween(desk.today, dueOn),
        registration: syncView(record, 'registration'),
        inspection: syncView(record, 'inspection'),
        evaluation: syncView(record, 'evaluation'),
      },
    ];
  });
}

type Only = NonNullable<VaultInput<'associations.list'>['only']>;

function testOf(desk: Desk, only: Only | undefined): (row: AssociationRow) => boolean {
  const soon = deadline(desk.today, termReminderMonths);
  switch (only) {
    case undefined:
      return () => true;
    case 'noDepartment':
      return ({ department }) => department === '';
    case 'notBuilt':
      return ({ isBuilt }) => !isBuilt;
    case 'councilDue':
      return ({ councilDueOn: on }) => on !== '' && on <= soon;
    case 'notInSync':
      return (row) => !isInSync([row.registration, row.inspection, row.evaluation]);
  }
}

const collator = new Intl.Collator('zh-Hans-CN');

export function listAssociations(
  desk: Desk,
  { text, department, only, range }: VaultInput<'associations.list'>,
): Result<VaultOutput<'associations.list'>> {
  const all = associationRows(desk);
  const wanted = text?.trim() ?? '';
  const test = testOf(desk, only);
  const found = all
    .filter(({ name, headName }) => `${name}\n${headName}`.includes(wanted))
    .filter((row) => department === undefined || row.department === department)
    .filter(test)
    .sort(
      (left, right) =>
        collator.compare(left.department, right.department) ||
        collator.compare(left.name, right.name),
    );
  const names = [...new Set(all.map((row) => row.department))];
  return {
    ok: true,
    value: {
      rows: found.slice(range.offset, range.offset + range.limit),
      total: found.length,
      departments: names
        .map((name) => ({ name, count: all.filter((row) => row.department === name).length }))
        .sort((left, right) => right.count - left.count),
    },
  };
}
