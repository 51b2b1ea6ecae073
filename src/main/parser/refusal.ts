/** Why a file was refused; each reason belongs to failure I-701. */
export const refusalReasons = {
  fileTooLarge: '文件超过 20 MB',
  empty: '文件是空的',
  notAWorkbook: '不是可以识别的表格文件',
  damaged: '文件不完整或已损坏',
  encrypted: '文件设有打开密码',
  tooManyEntries: '压缩包内文件超过 200 个',
  duplicateEntry: '压缩包内有重名文件',
  unsafeName: '压缩包内有不安全的文件名',
  entryTooLarge: '单个部分解压后超过 100 MB',
  totalTooLarge: '解压后超过 200 MB',
  ratioTooHigh: '压缩比异常（超过 200 倍）',
  documentType: '内容含有外部定义（DOCTYPE 或 ENTITY）',
  malformedMarkup: '内部格式有错误',
  tooManyRows: '数据超过 10 万行',
  tooManyColumns: '列数超过 256 列',
  cellTooLong: '有单元格超过 32767 个字符',
  tooManySheets: '工作表超过 100 张',
  undecodable: '文字编码无法识别',
  tooDemanding: '解析超过 30 秒，或占用内存超过 512 MB',
  unreadable: '文件无法读取',
} as const;
export type RefusalReason = keyof typeof refusalReasons;

/** What the user reads: what happened, that nothing is lost, what to do. */
export interface Refusal {
  readonly code: 'I-701';
  readonly reason: RefusalReason;
  readonly message: string;
}

export function refusal(reason: RefusalReason): Refusal {
  const cause = refusalReasons[reason];
  return {
    code: 'I-701',
    reason,
    message: `表格未导入，现有数据没有变化。原因：文件内容异常（${cause}）。请用 WPS 另存为新的 .xlsx 后再试。[I-701]`,
  };
}

/** Carries a refusal out of nested readers; caught once, in `parseFile`. */
export class RefusedFile extends Error {
  constructor(readonly reason: RefusalReason) {
    super(refusalReasons[reason]);
  }
}
