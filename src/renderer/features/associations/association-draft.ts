import type { VaultInput } from '../../../contract/channels';
import { isCalendarDate, isCalendarMonth } from '../../../core/calendar/calendar-date';
import type { Organization } from '../../../core/records/organization';
import { readTypedDate } from '../../lib/typed-date';

type Sync = NonNullable<Organization['partySyncs']>[number];

export type AssociationDraft = {
  readonly isAssociation: boolean;
  readonly department: string;
  readonly electedOn: string;
  readonly termYears: string;
  /** One more act of the civil-affairs office; empty day = none. */
  readonly syncKind: Sync['kind'];
  readonly syncOn: string;
  readonly syncWithParty: string;
};

export function draftOfAssociation(record: Organization): AssociationDraft {
  return {
    isAssociation: record.isIndustryAssociation ?? false,
    department: record.industryDepartment ?? '',
    electedOn: record.councilElectedOn ?? '',
    termYears: record.councilTermYears === undefined ? '' : String(record.councilTermYears),
    syncKind: 'inspection',
    syncOn: '',
    syncWithParty: 'true',
  };
}

export function associationProblem(draft: AssociationDraft, today: string): string | undefined {
  const elected = readTypedDate(draft.electedOn);
  const syncOn = readTypedDate(draft.syncOn);
  if (elected !== '' && !isCalendarDate(elected) && !isCalendarMonth(elected))
    return '换届日期不对';
  if (draft.termYears !== '' && !/^([1-9]|10)$/.test(draft.termYears)) return '任期填 1 到 10 年';
  if (syncOn === '') return undefined;
  if (!isCalendarDate(syncOn)) return '同步日期要写到日';
  return syncOn > today ? '同步日期还没有到' : undefined;
}

export function associationEdit(
  draft: AssociationDraft,
  record: Organization,
): Pick<VaultInput<'organizations.save'>, 'patch' | 'clears'> {
  const elected = readTypedDate(draft.electedOn);
  const syncOn = readTypedDate(draft.syncOn);
  const department = draft.department.trim();
  const syncs = record.partySyncs ?? [];
  const added: Sync[] = isCalendarDate(syncOn)
    ? [
        {
          kind: draft.syncKind,
          on: syncOn,
          ...(draft.syncWithParty === '' ? {} : { withParty: draft.syncWithParty === 'true' }),
        },
      ]
    : [];
  return {
    patch: {
      isIndustryAssociation: draft.isAssociation,
      ...(department === '' ? {} : { industryDepartment: department }),
      ...(isCalendarDate(elected) || isCalendarMonth(elected) ? { councilElectedOn: elected } : {}),
      ...(draft.termYears === '' ? {} : { councilTermYears: Number(draft.termYears) }),
      ...(added.length === 0 ? {} : { partySyncs: [...syncs, ...added] }),
    },
    clears: [
      ...(department === '' ? ['industryDepartment'] : []),
      ...(elected === '' ? ['councilElectedOn'] : []),
      ...(draft.termYears === '' ? ['councilTermYears'] : []),
    ],
  };
}
