/** What an act on record was about, in the order in which the filter offers it. */
export const trailKinds = [
  'door',
  'reveal',
  'output',
  'import',
  'backup',
  'edit',
  'settings',
  'clock',
] as const;
export type TrailKind = (typeof trailKinds)[number];

export const trailKindWords: Readonly<Record<TrailKind, string>> = {
  door: '解锁与口令',
  reveal: '显示号码',
  output: '打印与导出',
  import: '导入',
  backup: '备份与恢复',
  edit: '数据修改',
  settings: '设置',
  clock: '时钟',
};
