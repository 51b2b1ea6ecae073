const words: Readonly<Record<string, string>> = {
  areas: '片区',
  carriers: '载体',
  organizations: '单位',
  partyOrganizations: '党组织',
  people: '人员',
  meetings: '会议',
  instructors: '指导员',
  stations: '站点',
  requests: '请示',
  quotas: '发展计划',
  gapTasks: '缺口任务',
  reportSnapshots: '报表存档',
  importBatches: '导入批次',
  drafts: '未提交的草稿',
};

export const tableWords = (table: string) => words[table] ?? '其他记录';
