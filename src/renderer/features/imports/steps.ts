export const steps = ['sheets', 'rows', 'plan', 'done'] as const;
export type Step = (typeof steps)[number];

export const stepWords: Readonly<Record<Step, string>> = {
  sheets: '表头与列',
  rows: '逐行核对',
  plan: '导入方案',
  done: '完成',
};
