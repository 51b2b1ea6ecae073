/** What puts units side by side: one carrier, one community, or one industry within a street. */
export const unionGrounds = ['carrier', 'community', 'industry'] as const;
export type UnionGround = (typeof unionGrounds)[number];

/** An operating unit without an organisation that has one or two full members (rules §4.4, 可联建单位). */
export interface UnionCandidate {
  readonly id: string;
  readonly formalMembers: number;
  /** Full members known by name in the unit: any of them may be secretary. */
  readonly secretaries: readonly string[];
  readonly carrierId?: string | undefined;
  readonly communityId?: string | undefined;
  readonly streetId?: string | undefined;
  readonly industry?: string | undefined;
}

export interface UnionProposal {
  readonly ground: UnionGround;
  /** Carrier or community id, or street and industry. */
  readonly place: string;
  readonly unitIds: readonly string[];
  readonly formalMembers: number;
  readonly secretaries: readonly string[];
}

export type LeftOverReason = 'noPlace' | 'tooFewMembers' | 'noSecretary' | 'noRoom';

export interface UnionPlan {
  readonly proposals: readonly UnionProposal[];
  readonly leftOver: readonly { readonly id: string; readonly reason: LeftOverReason }[];
  /** Units the proposals cover, and the most any lawful choice could cover on the same grounds. */
  readonly covered: number;
  readonly atMost: number;
  /** Every group was small enough to be solved exactly. */
  readonly isExact: boolean;
}
