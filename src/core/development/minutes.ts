import type { Ballot } from '../records/dossier';
import type { Meeting, MeetingItem } from '../records/work';
import { readBallot } from './ballot';
import { agendaStepOf, ballotOf, bodyWords, countRoll } from './meeting';

export type MinutesNames = {
  readonly branchName: string;
  readonly personName: (id: string) => string;
};

/** 会议记录 in paragraphs: who met, who was there, and each person's matter by itself. */
export function minutesOf(meeting: Meeting, names: MinutesNames): string[] {
  const roll = meeting.roll ?? [];
  const { should, present } = countRoll(roll);
  const by = (attendance: string) =>
    roll.filter((entry) => entry.attendance === attendance).map(({ name }) => name);
  const listed = (words: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${words}（${list.length} 名）：${list.join('、')}`];
  return [
    `会议名称：${meetingName(meeting, names.branchName)}`,
    `时间：${dateWords(meeting.on)}`,
    `地点：${meeting.place ?? '　　　　'}`,
    `主持人：${meeting.chair ?? '　　　　'}　　记录人：${meeting.recorder ?? '　　　　'}`,
    ...(roll.length === 0 ? [] : [`应到会有表决权的正式党员 ${should} 名，实到会 ${present} 名。`]),
    ...listed('到会', by('present')),
    ...listed('未到会', by('absent')),
    ...listed('会前提出书面意见', by('written')),
    ...roll
      .filter(({ attendance }) => attendance === 'deducted')
      .map(({ name, reason }) => `${name}不计入应到：${reason ?? ''}`),
    ...(meeting.items ?? []).flatMap((item, index) => matterOf(meeting, item, index, names)),
  ];
}

function matterOf(
  meeting: Meeting,
  item: MeetingItem,
  index: number,
  names: MinutesNames,
): string[] {
  const step = agendaStepOf(item.step);
  const title = `${numeral(index)}、${step?.title ?? ''}：${names.personName(item.personId)}`;
  const remark = item.remark === undefined ? [] : [`讨论意见：${item.remark}`];
  if (step?.isVoted !== true) return [title, ...remark, ...studied(item)];
  const ballot = ballotOf(meeting, item);
  return [title, ...remark, `${ballotWords(ballot)}：${votesWords(ballot)}。`];
}

function studied({ decision }: MeetingItem): string[] {
  if (decision === undefined) return [];
  return [decision === 'notPassed' ? '会议研究，不同意。' : '会议研究，同意。'];
}

/** Only what was stated: a ballot nobody called secret is not called so in the minutes. */
const ballotWords = ({ isSecret }: Ballot): string =>
  isSecret === true ? '采取无记名投票方式表决' : '表决';

/** @example meetingName({ kind: 'memberMeeting' }, '演练党支部') //=> '演练党支部党员大会' */
function meetingName({ kind }: Pick<Meeting, 'kind'>, branchName: string): string {
  const words = bodyWords[kind];
  return branchName.endsWith('党支部')
    ? branchName + words.replace(/^党支部/, '')
    : branchName + words;
}

/** 决议 of one person for the membership form (14#22): 应到、实到、表决结果、日期. */
export function resolutionOf(
  meeting: Meeting,
  item: MeetingItem,
  names: MinutesNames,
): string | undefined {
  const step = agendaStepOf(item.step);
  if (step?.isVoted !== true) return undefined;
  const ballot = ballotOf(meeting, item);
  const { should, present } = ballot;
  const name = names.personName(item.personId);
  return [
    `${names.branchName}于${dateWords(meeting.on)}召开党支部党员大会，`,
    `应到会有表决权的党员 ${should ?? 0} 名，实到会 ${present ?? 0} 名。`,
    `大会对${name}同志进行了讨论，${ballotWords(ballot)}，${votesWords(ballot)}。`,
    outcomeWords(item, name),
  ].join('');
}

function votesWords({ yes, no, abstain, written, ...rest }: Ballot): string {
  const reading = readBallot({ yes, no, abstain, written, ...rest });
  const fromOutside =
    written?.yes === undefined || written.yes === 0 ? '' : `（含书面意见 ${written.yes} 票）`;
  return `赞成 ${reading.yes ?? '　'} 票${fromOutside}，反对 ${no ?? '　'} 票，弃权 ${abstain ?? '　'} 票`;
}

function outcomeWords(item: MeetingItem, name: string): string {
  switch (item.decision) {
    case 'notPassed':
      return `赞成人数未超过应到会有表决权党员的半数，未通过。`;
    case 'extended':
      return `大会决议延长${name}同志的预备期 ${item.extensionMonths ?? '　'} 个月，报上级党委审批。`;
    case 'cancelled':
      return `大会决议取消${name}同志的预备党员资格，报上级党委审批。`;
    case undefined:
      return '';
    case 'passed':
      return item.step === 23
        ? `大会同意${name}同志按期转为中共正式党员，报上级党委审批。`
        : `大会同意接收${name}同志为中共预备党员，报上级党委审批。`;
  }
}

/** @example dateWords('2026-05-18') //=> '2026年5月18日' */
function dateWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const numerals = '一二三四五六七八九十';
const numeral = (index: number): string => numerals[index] ?? String(index + 1);
