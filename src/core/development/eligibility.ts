import type { FactDate } from '../calendar/calendar-date';

/** What is known of somebody who accompanies or vouches for an applicant. */
export type Companion = {
  readonly from?: FactDate | undefined;
  readonly until?: FactDate | undefined;
  readonly isFullMember?: boolean | undefined;
  readonly fullMemberSince?: FactDate | undefined;
  readonly isUnderDiscipline?: boolean | undefined;
  readonly isRelative?: boolean | undefined;
  readonly unfitFrom?: FactDate | undefined;
};

export type Eligibility = {
  readonly state: 'met' | 'blocks' | 'warns' | 'unknown';
  readonly words: string;
};

/**
 * Whether somebody could be a mentor or introducer on the day of naming (26#9, 26#14): a full member since then,
 * under no 留党察看, no close relative. What is not known is named, never taken for a yes.
 */
export function eligibilityOf(companion: Companion): Eligibility {
  const { isUnderDiscipline, isRelative, unfitFrom, until } = companion;
  if (isUnderDiscipline === true) return { state: 'blocks', words: '受留党察看处分，不能担任' };
  const membership = membershipOf(companion);
  if (membership.state === 'blocks') return membership;
  if (isRelative === true) return { state: 'warns', words: '近亲属，一般应当回避' };
  if (unfitFrom !== undefined && (until === undefined || until > unfitFrom))
    return { state: 'warns', words: `${unfitFrom} 起不再适合，应当更换` };
  return membership;
}

function membershipOf({ from, isFullMember, fullMemberSince }: Companion): Eligibility {
  if (fullMemberSince !== undefined && from !== undefined)
    return fullMemberSince.slice(0, from.length) <= from.slice(0, fullMemberSince.length)
      ? { state: 'met', words: '确定当日已是正式党员' }
      : { state: 'blocks', words: `${fullMemberSince} 才成为正式党员` };
  if (isFullMember === false) return { state: 'blocks', words: '不是正式党员' };
  if (isFullMember === true) return { state: 'met', words: '正式党员' };
  return { state: 'unknown', words: '是否正式党员，未登记' };
}
