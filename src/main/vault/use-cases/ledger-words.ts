import { failureOf } from '../../../contract/failure-words';
import type { Failure } from '../../../contract/common';
import type { ReadOnly } from '../../../contract/session';
import type { LedgerFailure } from '../ledger/failures';
import type { History } from '../ledger/history';
import type { OpenReport } from '../ledger/open-ledger';

const clockTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

export function ledgerFailureWords(failure: LedgerFailure): Failure {
  switch (failure.reason) {
    case 'openElsewhere':
      return holderWords(failure);
    case 'olderCopy':
      return failureOf('R-330', '', `（少 ${failure.missing} 条操作）`);
    case 'otherMachine':
      return failureOf('L-504', '', `（${failure.machine}）`);
    case 'forked':
      return { code: 'L-502', message: forkWords };
    case 'newerVersion':
      return { code: 'F-601', message: newerWords };
    default:
      return failureOf(failure.code);
  }
}

function holderWords({ since, name }: { since: string; name: string }): Failure {
  if (since === '') return failureOf('L-501');
  const who = name === '' ? '' : `由“${name}”`;
  const time = clockTime.format(new Date(since));
  return {
    code: 'L-501',
    message: `本系统已${who}在本机打开（${time}）。请切换到已打开的窗口；为防止数据冲突，这里不能再次打开。[L-501]`,
  };
}

/** Why nothing can be written, for the bar that stays on every page, and what would change it. */
export function readOnlyOf(failure: LedgerFailure | undefined): { readOnly?: ReadOnly } {
  // After a change of key or of place the window is locked at once; nobody has to settle anything.
  if (failure === undefined || failure.reason === 'rekeyed' || failure.reason === 'moved')
    return {};
  return {
    readOnly: { ...ledgerFailureWords(failure), remedy: remedies[failure.reason] ?? 'reopen' },
  };
}

const remedies: Partial<Record<LedgerFailure['reason'], ReadOnly['remedy']>> = {
  olderCopy: 'accept',
  otherMachine: 'accept',
  forked: 'choose',
  newerVersion: 'none',
};

const newerWords =
  '这份数据由更新版本创建，当前版本只能查看，不能修改。没有写入任何内容，请用更新的版本继续使用。[F-601]';

const forkWords =
  '这份数据在另一台电脑上被修改过，与本机上次使用的不是同一份。为避免互相覆盖，已停止写入。请选择以哪一份为准，另一份会完整保留。[L-502]';

/** What opening found, in the words of security.md §6; empty when all was in order. */
export function reportNotices(
  report: OpenReport,
  history: Pick<History, 'entries'>,
): { code: string; message: string }[] {
  const notices: { code: string; message: string }[] = [];
  const isDamaged = report.missingFrames > 0 || report.damagedParts.length > 0;
  // Nothing is called whole while acts are missing; how many an older copy lacks is told by what holds it.
  if (report.hasTornTail && !isDamaged && report.framesBehind === 0) {
    notices.push({
      code: 'R-200',
      message: `上次没有正常退出。已自动恢复，全部已保存内容完好${lastWords(history)}。[R-200]`,
    });
  }
  if (isDamaged || report.returnedFrames > 0) {
    notices.push({
      code: 'R-310',
      message: damageWords(report),
    });
  }
  return notices;
}

/** The sentence, and under it a line for every place where acts are gone. */
function damageWords(report: OpenReport): string {
  const { damagedParts } = report;
  const count = damagedParts.length > 1 ? ` ${damagedParts.length} ` : '一';
  const parts = damagedParts.length === 0 ? '' : `（${damagedParts.join('、')}）`;
  const missing = report.missingFrames + report.framesBehind;
  const words =
    missing === 0 ? '全部操作都已读出。' : `缺少 ${missing} 条操作，清单如下，请核对补录。`;
  const sentence = `数据文件有${count}处损坏${parts}，已从完好的副本恢复。${returnedWords(report)}${words}损坏文件已原样保留，没有删除。[R-310]`;
  return [sentence, ...gapLines(report)].join('\n');
}

function gapLines({ gaps }: Pick<OpenReport, 'gaps'>): string[] {
  const lines = gaps.slice(0, shownGaps).map(gapWords);
  return gaps.length > shownGaps ? [...lines, `……共 ${gaps.length} 处`] : lines;
}

const returnedWords = ({ returnedFrames }: OpenReport) =>
  returnedFrames === 0 ? '' : `镜像文件夹补回了 ${returnedFrames} 条操作。`;

const shownGaps = 8;

/** Which acts are gone, by their numbers and between which times, so that they can be typed again. */
export function missingWords({
  gaps,
  missingFrames,
  framesBehind,
}: Pick<OpenReport, 'gaps' | 'missingFrames' | 'framesBehind'>): string {
  const count = missingFrames + framesBehind;
  if (count === 0) return '全部操作都已读出。';
  return `缺少 ${count} 条操作：${gapLines({ gaps }).join('；')}，请核对补录。`;
}

function gapWords({ first, last, after, before }: OpenReport['gaps'][number]): string {
  const numbers = first === last ? `第 ${first + 1} 条` : `第 ${first + 1}–${last + 1} 条`;
  const when = spanWords(after, before);
  return when === '' ? numbers : `${numbers}（${when}）`;
}

function spanWords(after: string | undefined, before: string | undefined): string {
  const time = (at: string) => lastTime.format(new Date(at));
  if (after === undefined) return before === undefined ? '' : `${time(before)} 之前`;
  if (before === undefined) return `${time(after)} 之后`;
  const [from, to] = [time(after), time(before)];
  if (from === to) return `${from} 前后`;
  const isOneDay = civilDay.format(new Date(after)) === civilDay.format(new Date(before));
  return isOneDay ? `${from}–${clockTime.format(new Date(before))} 之间` : `${from} 至 ${to} 之间`;
}

const civilDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai' });

const lastTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** When and by whom the last act was written, so that somebody can tell from memory that it is all there. */
function lastWords(history: Pick<History, 'entries'>): string {
  const last = history.entries().at(-1);
  if (last === undefined) return '';
  const by = last.by === '' ? '' : ` ${last.by} 录入`;
  return `（最后一条：${lastTime.format(new Date(last.at))}${by}）`;
}
