import type { CalendarDate } from '../calendar/calendar-date';
import type { WorkLink } from '../coverage/types';
import type { OrganizationStatus } from '../records/organization';
import type { PartyOrganizationForm } from '../records/party-organization';
import type { Stage } from '../records/person';
import type { RecordOf, TableName } from '../records/tables';
import type { Trade } from './names-data';

/** How large a practice ledger is; S = 3,000 + 5,000 (performance.md). */
export interface PracticeSize {
  readonly organizations: number;
  readonly people: number;
}

export interface PracticeQuestion {
  readonly seed: number;
  readonly today: CalendarDate;
  readonly size?: PracticeSize;
}

/** One record on its way into a ledger, in an order in which every reference is already known. */
export type PracticeRecord = {
  readonly [Table in TableName]: { readonly table: Table; readonly record: RecordOf<Table> };
}[TableName];

/** A unit before it becomes a record. Numbers are planned first so that people and counts agree. */
export interface UnitPlan {
  readonly id: string;
  readonly serial: number;
  readonly name: string;
  readonly trade: Trade;
  readonly street: number;
  readonly community: number;
  readonly isSite: boolean;
  state: 'own' | 'joint' | 'worked' | 'blank' | 'excluded';
  status: OrganizationStatus;
  link?: WorkLink;
  staff: number | undefined;
  /** 正式党员 whose 组织关系 is here; undefined = nobody has filled it in. */
  fullMembers: number | undefined;
  readonly pipeline: Record<Exclude<Stage, 'fullMember'>, number>;
  branchId?: string;
  label?: string;
}

/** A branch that covers units: own, joint, or one of the told ones. */
export interface BranchPlan {
  readonly id: string;
  readonly name: string;
  readonly form: PartyOrganizationForm;
  readonly street: number;
  readonly units: readonly UnitPlan[];
  readonly foundedOn: CalendarDate;
  readonly lastElectedOn: CalendarDate;
  readonly label?: string;
}
