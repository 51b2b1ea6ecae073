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
  // After a change of key the window is locked at once; nobody has to settle anything.
  if (failure === undefined || failure.reason === 'rekeyed') return {};
  const isHeld =
    failure.reason === 'olderCopy' ||
    failure.reason === 'otherMachine' ||
    failure.reason === 'forked';
  return {
    readOnly: { ...ledgerFailureWords(failure), remedy: isHeld ? 'accept' : 'reopen' },
  };
}

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
      message: `数据文件有损坏（${report.damagedParts.join('、')}），已从完好的部分恢复。${returnedWords(report)}${missingWords(report)}损坏文件已原样保留，没有删除。[R-310]`,
    });
  }
  return notices;
}

const returnedWords = ({ returnedFrames }: OpenReport) =>
  returnedFrames === 0 ? '' : `镜像文件夹补回了 ${returnedFrames} 条操作。`;

const shownGaps = 5;

/** Which acts are gone, by their numbers and between which times, so that they can be typed again. */
export function missingWords({
  gaps,
  missingFrames,
  framesBehind,
}: Pick<OpenReport, 'gaps' | 'missingFrames' | 'framesBehind'>): string {
  const count = missingFrames + framesBehind;
  if (count === 0) return '全部操作都已读出。';
  const places = gaps.slice(0, shownGaps).map(gapWords).join('；');
  const more = gaps.length > shownGaps ? ` 等 ${gaps.length} 处` : '';
  return `缺少 ${count} 条操作：${places}${more}，请核对补录。`;
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
  return `${time(after)} 至 ${time(before)} 之间`;
}

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
