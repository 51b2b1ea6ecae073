import { coverageRules } from '../regulations/coverage-rules';

/** What a unit's own organisation could be, from its formal members; where the wording overlaps a person decides. */
export interface SetupSuggestion {
  /** none: too few for an organisation of its own. */
  readonly level: 'none' | 'branch' | 'generalBranch' | 'committee';
  readonly needsCommittee: boolean;
  /** The number stands exactly on 50 or 100, where 以上 can be read either way. */
  readonly isManual: boolean;
  readonly words: string;
}

const limit = (rule: 'ORG-3' | 'ORG-COMMITTEE-7' | 'ORG-50' | 'ORG-100'): number =>
  coverageRules[rule].threshold ?? 0;

const none = {
  level: 'none',
  needsCommittee: false,
  isManual: false,
  words: '正式党员不足 3 名，与相邻或同行业单位联合建立党支部',
} as const;

/**
 * Which own organisation `formal` 正式党员 suggest (rules §4.3 ORG-3, ORG-COMMITTEE-7, ORG-50, ORG-100). A
 * suggestion with its reason, never a verdict: probationary members are not counted.
 * @example setupSuggestion(7) //=> { level: 'branch', needsCommittee: true, isManual: false, … }
 */
export function setupSuggestion(formal: number): SetupSuggestion {
  const [three, seven, fifty, hundred] = [
    limit('ORG-3'),
    limit('ORG-COMMITTEE-7'),
    limit('ORG-50'),
    limit('ORG-100'),
  ];
  if (formal < three) return none;
  const needsCommittee = formal >= seven;
  const isManual = formal === fifty || formal === hundred;
  if (formal > hundred) {
    return { level: 'committee', needsCommittee, isManual, words: '研究申请设立党委' };
  }
  if (formal > fifty) {
    const words =
      formal === hundred
        ? `正好 ${hundred} 名，设党总支还是党委文件表述重叠，报上级核定`
        : '研究申请设立党总支';
    return { level: 'generalBranch', needsCommittee, isManual, words };
  }
  if (formal === fifty) {
    const words = `正好 ${fifty} 名，设党支部还是党总支文件表述重叠，报上级核定`;
    return { level: 'branch', needsCommittee, isManual, words };
  }
  const words = needsCommittee
    ? '向上级党组织申请单独建立党支部，并选举支部委员会'
    : '向上级党组织申请单独建立党支部，选举书记一名';
  return { level: 'branch', needsCommittee, isManual, words };
}
