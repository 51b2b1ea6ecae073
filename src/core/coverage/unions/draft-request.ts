import type { CalendarDate } from '../../calendar/calendar-date';

/** One branch asked for: what the superior committee has to know of it. */
export interface RequestedBranch {
  readonly kind: 'joint' | 'own';
  readonly unitNames: readonly string[];
  readonly formalMembers: number;
  readonly secretaries: readonly string[];
}

export interface LetterDraft {
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly dateLine: string;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function branchWords(branch: RequestedBranch, index: number): string {
  const kind =
    branch.kind === 'joint'
      ? `由${branch.unitNames.join('、')} ${branch.unitNames.length} 家单位联合组建党支部`
      : `在${branch.unitNames.join('、')}单独组建党支部`;
  const named = branch.secretaries.slice(0, 2).join('、');
  const secretary = named === '' ? '书记人选待定' : `拟由${named}为书记人选，按规定选举产生`;
  return `${numerals[index] ?? index + 1}、${kind}。共有正式党员 ${branch.formalMembers} 名，${secretary}。党支部名称：＿＿＿＿＿＿。`;
}

/**
 * 请示 for setting up branches, to be completed by a person: what nobody registered stays a blank. The
 * grounds are 支部工作条例 (three full members; a joint branch where there are fewer).
 */
export function draftRequest(
  branches: readonly RequestedBranch[],
  frame: { readonly placeName: string; readonly unitName: string; readonly today: CalendarDate },
): LetterDraft {
  const [year, month, day] = frame.today.split('-').map(Number);
  const units = branches.reduce((total, { unitNames }) => total + unitNames.length, 0);
  return {
    title: `关于在${frame.placeName}组建党支部的请示`,
    addressee: '＿＿＿＿党工委：',
    paragraphs: [
      `根据《中国共产党支部工作条例（试行）》和中办发〔2012〕11号文件，正式党员 3 名以上的单位应当单独组建党支部，不足 3 名的按照地域相邻、行业相近、规模适当、便于管理的原则联合组建。经摸底，${frame.placeName}有 ${units} 家单位具备组建条件，拟组建党支部 ${branches.length} 个：`,
      ...branches.map(branchWords),
      '各单位党员和负责人的意见已于＿＿＿＿年＿＿月＿＿日听取，有记录可查。批复后召开党员大会选举，选举结果另行报批。',
      '妥否，请批示。',
    ],
    signature: frame.unitName,
    dateLine: `${year}年${month}月${day}日`,
  };
}
