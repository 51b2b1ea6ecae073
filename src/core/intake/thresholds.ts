/**
 * Numbers of the law the importer needs. They are data with their source, so that they can be
 * re-pointed to core/regulations; `rule` is the rule id of rules.md §2–§4.
 */
interface Threshold {
  readonly value: number;
  readonly rule: string;
  readonly source: string;
}

const threshold = (value: number, rule: string, source: string): Threshold => ({
  value,
  rule,
  source,
});

export const thresholds = {
  /** Years of age on the day of applying. */
  applicantAgeYears: threshold(18, 'AGE-18', '《党章》第一条'),
  /** Months from activist to development target. */
  cultivationMonths: threshold(12, 'C20', '《发展党员工作细则》14#十三'),
  /** Months of probation. */
  probationMonths: threshold(12, 'C22', '《党章》第七条'),
  /** Full members from which a unit should have its own organisation. */
  fullMembersToBuild: threshold(3, 'ORG-3', '《党章》第三十条；中办发〔2012〕11号'),
  introducers: threshold(2, 'C30', '《发展党员工作细则》14#十六'),
  mentorsAtLeast: threshold(1, 'C31', '《发展党员工作细则》14#九'),
  mentorsAtMost: threshold(2, 'C31', '《发展党员工作细则》14#九'),
  branchTermYears: threshold(3, 'TERM-3Y', '《关于党的基层组织任期的意见》'),
  villageTermYears: threshold(5, 'TERM-5Y', '《关于党的基层组织任期的意见》'),
  committeeTermYears: threshold(5, 'TERM-5Y', '《关于党的基层组织任期的意见》'),
  termReminderMonths: threshold(6, 'TERM-3Y', '换届提醒：提前 6 个月'),
  /** Headcounts of the survey's own indicators (摸排口径, as in F09). */
  smallStaff: threshold(10, 'STAFF-10', '摸排口径'),
  largeStaff: threshold(50, 'STAFF-50', '年报第27表列'),
  /** Years a derived age or seniority may differ by rounding. */
  derivedYearsTolerance: threshold(1, 'DERIVED', '推算值允许差 1 年'),
} as const;
