import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization, OrganizationKind, OrganizationStatus } from '../records/organization';
import type { ListSource, OutcomeClass } from '../records/reconciliation';

/** One row of a foreign list, read by the intake; absent = the list does not say. */
export interface ListedUnit {
  /** 工作表!行. */
  readonly place: string;
  readonly name: string;
  readonly creditCode?: string;
  readonly kind: OrganizationKind;
  readonly status?: OrganizationStatus;
  readonly address?: string;
  readonly town?: string;
  readonly foundedOn?: Organization['foundedOn'];
  readonly registrationType?: string;
  readonly industry?: string;
  readonly headName?: string;
}

/** A row that could not be read: its unit is not missing, its row has to be mended. */
export interface UnreadRow {
  readonly place: string;
  readonly name: string;
  readonly creditCode: string;
  readonly why: string;
}

/** A list as it lies before the comparison. */
export interface ForeignList {
  readonly source: ListSource;
  readonly fileName: string;
  readonly listedOn: CalendarDate;
  readonly units: readonly ListedUnit[];
  readonly unread: readonly UnreadRow[];
  /** Blank rows, totals, notes. */
  readonly skipped: number;
}

/** Units that the list claims to hold completely: only these can be missing from it. */
export interface ListScope {
  readonly kinds: ReadonlySet<OrganizationKind>;
  /** Areas of the list; absent = the whole district. */
  readonly areaIds?: ReadonlySet<string>;
}

export type DifferenceKind = 'renamed' | 'moved' | 'statusChanged';

/** One thing in which row and record differ, and what taking it over would write. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly patch: Partial<Organization>;
}

/** What the comparison found about one row, or about one unit that the list lacks. */
export interface Outcome {
  readonly key: string;
  readonly class: OutcomeClass;
  readonly listed?: ListedUnit;
  readonly unitId?: string;
  readonly differences: readonly Difference[];
  /** Blank fields of the record that the list can fill. */
  readonly fills: Partial<Organization>;
  /** Units it might be; never taken without a person's word. */
  readonly candidateIds: readonly string[];
  /** Why it stands where it stands, where the class does not say it. */
  readonly remark: string;
  readonly fingerprint: string;
}

export interface ReconciliationCounts {
  /** Rows read = the six classes of rows + repeated + unread + skipped; `gone` stands beside them. */
  readonly rowsRead: number;
  readonly byClass: Readonly<Record<OutcomeClass, number>>;
  readonly repeated: number;
  readonly unread: number;
  readonly skipped: number;
  /** Missing units that a pending or unread row may be: not called gone until that is settled. */
  readonly withheld: number;
}

export interface Comparison {
  readonly outcomes: readonly Outcome[];
  readonly counts: ReconciliationCounts;
}

/** 采纳 · 不采纳 with its reason · 以后再说. */
export type Decision =
  | {
      readonly choice: 'accept';
      /** Of a unit that is gone: what it becomes. */
      readonly status?: OrganizationStatus;
      /** Of a pending row: the unit it is; absent = a new one. */
      readonly unitId?: string;
      /** Differences that are left as they are. */
      readonly leaves?: readonly DifferenceKind[];
    }
  | { readonly choice: 'refuse'; readonly reason: string }
  | { readonly choice: 'later' };
