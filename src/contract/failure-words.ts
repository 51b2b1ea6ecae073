import type { Failure, FailureCode } from './common';

/** What happened · is anything lost · what to do (security.md §6). */
const words: Partial<Record<FailureCode, string>> = {
  'V-101': '口令不正确，数据没有任何变化。请检查大小写和输入法后重试。',
  'V-103': '恢复码不正确，数据没有任何变化。请对照恢复单逐组核对，字母不分大小写。',
  'V-104': '口令强度不够，账本没有建立。请把四五个互不相干的词连成一句。',
  'R-320': '无法读取当前数据文件，已停止写入以免扩大损坏，文件原样保留。请从备份恢复或联系管理员。',
  'W-401':
    '磁盘空间不足，刚才这一步没有保存，内容仍在屏幕上。之前保存的都完好。请清理至少 200 MB 后重新打开账本再试。',
  'W-402':
    '数据文件夹不允许写入（可能被安全软件拦截）。已转为只读，没有丢失。请将数据文件夹加入信任区或联系管理员。',
  'W-403': '硬盘报告写入错误。为保护数据已转为只读，刚才这一步未保存。请立即备份并检查硬盘。',
  'L-501': '本系统已在本机打开。请切换到已打开的窗口；为防止数据冲突，这里不能再次打开。',
  'L-502': '这份数据已被另一个程序接手写入。为避免互相覆盖，已停止写入。请关闭后重新打开。',
  'F-601': '这份数据由更新版本创建，当前版本不能打开，数据没有变化。请升级程序。',
  'C-100': '没有这个操作，数据没有变化。',
  'C-101': '填写的内容不符合格式，没有保存，数据没有变化。',
  'C-102': '账本没有打开，没有执行。请先解锁。',
  'C-103': '没有找到这条记录，可能已被移入历史库。数据没有变化。',
  'C-104': '没有可以撤销的操作，数据没有变化。',
};

/** A failure in the user's words; `detail` goes before the code. */
export function failureOf(code: FailureCode, detail = ''): Failure {
  return { code, message: `${words[code] ?? '操作没有完成，数据没有变化。'}${detail}[${code}]` };
}

export function failed(
  code: FailureCode,
  detail = '',
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: failureOf(code, detail) };
}
