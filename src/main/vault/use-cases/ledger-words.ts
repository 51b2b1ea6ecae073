import { failureOf } from '../../../contract/failure-words';
import type { Failure } from '../../../contract/common';
import type { LedgerFailure } from '../ledger/failures';
import type { History } from '../ledger/history';
import type { OpenReport } from '../ledger/open-ledger';

const clockTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

export function ledgerFailureWords(failure: LedgerFailure): Failure {
  if (failure.reason === 'openElsewhere' && failure.since !== '') {
    return failureOf('L-501', `（${clockTime.format(new Date(failure.since))} 打开）`);
  }
  return failureOf(failure.code);
}

/** What opening found, in the words of security.md §6; empty when all was in order. */
export function reportNotices(
  report: OpenReport,
  history: Pick<History, 'entries'>,
): { code: string; message: string }[] {
  const notices: { code: string; message: string }[] = [];
  const isDamaged = report.missingFrames > 0 || report.damagedParts.length > 0;
  // Nothing is called whole while acts are missing.
  if (report.hasTornTail && !isDamaged && report.framesBehindAnchor === 0) {
    notices.push({
      code: 'R-200',
      message: `上次没有正常退出。已自动恢复，全部已保存内容完好${lastWords(history)}。[R-200]`,
    });
  }
  if (isDamaged) {
    const missing =
      report.missingFrames > 0
        ? `缺少 ${report.missingFrames} 条操作，请核对补录。`
        : '全部操作都已读出。';
    notices.push({
      code: 'R-310',
      message: `数据文件有损坏（${report.damagedParts.join('、')}），已从完好的部分恢复。${missing}损坏文件原样保留，没有删除。[R-310]`,
    });
  }
  if (report.framesBehindAnchor > 0) {
    notices.push({
      code: 'R-330',
      message: `现在打开的数据比本机上次使用时旧（少 ${report.framesBehindAnchor} 条操作）。可能是恢复了旧备份或文件被替换，请确认来源。[R-330]`,
    });
  }
  return notices;
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
