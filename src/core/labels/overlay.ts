/** Words of the numbers a rule may carry, as the overlay page names them. */
export const limitWords: Readonly<Record<string, string>> = {
  offset: '期限',
  graceDays: '宽限天数',
  severeDays: '严重逾期天数',
  least: '至少次数',
  days: '培训天数',
  hours: '培训学时',
  earliestDays: '最早可提前天数',
  promptDays: '及时办理天数',
  redDays: '转为不合理的天数',
  gapDays: '两次之间至少天数',
  suspiciousDays: '间隔过短天数',
  most: '至多人数',
};
