/** Figures of one set of units, by the definitions of the survey (口径见 `coverageDefinitions`). */
export interface CoverageFigures {
  readonly validRows: number;
  readonly active: number;
  readonly built: number;
  readonly sole: number;
  readonly joint: number;
  readonly organizationCoverage: number | null;
  readonly soleRate: number | null;
  readonly shouldBuild: number;
  readonly shouldBuilt: number;
  readonly shouldBuildRate: number | null;
  readonly shouldNotBuilt: number;
  readonly workCovered: number;
  readonly workCoverage: number | null;
  readonly canJointNotBuilt: number;
  readonly largeWithoutMember: number;
  readonly smallActive: number;
  readonly smallBuilt: number;
  readonly smallOrganizationCoverage: number | null;
}

export interface CoverageBlock {
  readonly total: CoverageFigures;
  /** Empty where the sheet has no column of towns. */
  readonly byTown: ReadonlyMap<string, CoverageFigures>;
  /** By kind of social organisation; empty where the sheet does not say. */
  readonly byKind: ReadonlyMap<string, CoverageFigures>;
  readonly hasStatusColumn: boolean;
}
