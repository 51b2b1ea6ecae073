import type { DevelopmentRuleId } from '../regulations/development-rules';

/**
 * What repairs a finding, by rule. A repair is a supplement, an explanation or a report upwards; never another
 * date (rules.md §0.3).
 */
const acts: Readonly<Partial<Record<DevelopmentRuleId, string>>> = {
  'AGE-18': '年满十八岁后由本人重新递交申请',
  'TALK-1M': '尽快谈话；已超期的附情况说明',
  'ACTIVIST-AFTER-TALK': '核对谈话记录，附情况说明',
  'FILE-ACTIVIST': '补办备案，写明实际办理日期',
  'CONTACT-1..2': '调整为一至两名正式党员，记录更换时间',
  'OBSERVE-6M': '补做考察并写明实际日期，附情况说明',
  'OBSERVE-COUNT': '核对考察登记表，缺次的附情况说明',
  'ACTIVIST-1Y': '未接收的继续培养至满一年；已接收的报上级党委认定',
  'DEV-AGREE': '核对上级批复，缺的报请补办',
  'PUBLICITY-5WD': '核对公示原件；不足的重新公示',
  'INTRODUCER-2': '确定两名正式党员作入党介绍人',
  'REVIEW-DONE': '补齐政治审查并作出结论后再办理',
  'TRAIN-3D24H': '补训合格后再办理，个别特殊情况写明',
  'PREDEPART-3M': '一般不办理；特殊情况写明理由报批',
  'MEET-1M': '重新预审；旧版期间的按旧版口径说明',
  QUORUM: '核对签到册；不足半数的重新召开大会',
  PASS: '以票箱原始票核对；未过半数的不予通过',
  BALLOT: '核对表决方式，应无记名投票',
  PARTYTALK: '核对谈话记录与审批日期，附情况说明',
  'APPROVE-3M': '三个月以上的写明特殊情况；超过六个月的重新办理',
  'FILE-UP': '补报备案，写明实际日期',
  'GROUP-ASSIGN': '补办编入，写明实际日期',
  'OATH-1M': '补办宣誓并据实写日期，附情况说明',
  'PROBATION-1Y': '由审批党委更正预备期起止并盖章',
  'CONFIRM-NOT-EARLY': '提前转正的报上级党委认定',
  'CONFIRM-PROMPT': '尽快召开大会并写明延误原因，转正时间仍按期满之日',
  'CONFIRM-3M': '附审批延误情况说明',
  'EXTEND-ONCE': '报上级党委认定',
  'TRANSFER-DEFER-6M': '尽快讨论，或报县级以上组织部门',
  SENIORITY: '由审批党委更正党龄起算日并盖章',
  ARCHIVE: '及时归档，写明保存单位',
  C10: '核对两份材料原件，附情况说明',
  C11: '核对原件，录入有误的更正录入',
  C14: '核对形成时间，补材料的写明实际办理日期',
  C16: '以原始材料为准，附各表不一致的情况说明',
  C22: '由审批党委更正预备期起止并盖章',
  C29: '核对登记簿，培养不足一年的报上级党委认定',
  C30: '核对联系人身份，调整并记录更换时间',
  C40: '核对支部设置，应由党员大会决定的补议',
  C41: '报有审批权限的党委认定',
  C42: '报上级党委认定接收的效力',
  C43: '核对党员名册与应到人数',
  C44: '以签到册核对应到、实到人数',
  C45: '以票箱原始票核对票数',
  C61: '查清异议并写出结论后再列为发展对象',
  C70: '向原党组织催要材料，无法认定的报党委',
  C80: '补齐材料，写明补办日期和经手人',
  C81: '补签补盖并注明实际补办日期，不得倒签',
};

/** The next act for a finding of this rule; a general one where the table has none. */
export function repairAct(rule: string): string {
  const known: Readonly<Record<string, string | undefined>> = acts;
  return known[rule] ?? '核对原件，附情况说明';
}
