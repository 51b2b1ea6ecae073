import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/core/intake/map-columns';

/** `header=field`; a header without one is kept under its own name. Header rows in real use: rules.md §5. */
const layouts: readonly {
  readonly layout: string;
  readonly titles?: string;
  readonly row: string;
}[] = [
  {
    layout: '4 组织建设/两个覆盖台账',
    row: '组织名称=organizationName | 创办时间=foundedOn | 主营业务 | 年产值(万元)/成效 | 状态=operatingStatus | 组织类型 | 组织类别 | 组织总人数=staffCount | 党员人数=memberCount | 负责人=headName | 负责人身份 | 覆盖情况 | 党组织名称=partyOrganizationName | 党组织成立时间=partyOrganizationBuiltOn | 组建方式=partyOrganizationForm | 党组织书记名称=secretaryName | 党组织书记电话=secretaryPhone | 党建指导员姓名=instructorName | 党建指导员手机号=instructorPhone',
  },
  {
    layout: '4 两个覆盖摸排（其他写法）',
    row: '企业名称=organizationName | 职工人数=staffCount | 流动党员数 | 建立工会=hasUnion | 有无团组织=hasYouthLeague | 党建工作联络员=instructorName | 是否选派党建工作指导员=hasInstructor | 群团组织建立情况=massOrganizations',
  },
  {
    layout: '16 新就业群体站点',
    row: '站点名称=organizationName | 平台 | 总人数=staffCount | 党员数=memberCount | 是否建立党组织=hasPartyOrganization | 党建指导员=instructorName',
  },
  {
    layout: '10 换届（其他写法）',
    row: '党组织名称=partyOrganizationName | 本届班子任命时间=lastElectedOn | 任期(年)=termYears | 换届到期时间=nextElectionOn',
  },
  {
    layout: '11 发展党员（新版用语）',
    row: '姓名=name | 党组织谈话时间=talkedOn | 预审合格日期=preReviewedOn | 支部党员大会日期=receivedOn | 上级党委批准时间=approvedOn | 转正大会时间=confirmedOn',
  },
  {
    layout: '5 非公企业党组织信息',
    row: '是否成立党组织=hasPartyOrganization | 未建立党组织原因=notBuiltReason | 党组织组建形式=partyOrganizationForm | 党组织类别=partyOrganizationLevel | 是否选派党建工作指导员或联络员=hasInstructor | 党组织成立时间=partyOrganizationBuiltOn | 党组织名称=partyOrganizationName | 党组织联系电话 | 隶属党组织名称=superiorPartyOrganization | 书记姓名=secretaryName | 书记出生日期 | 书记学历 | 书记来源 | 书记所在单位 | 其他党务工作者兼职人数 | 全职人数 | 是否有单独活动场所 | 使用面积',
  },
  {
    layout: '6 企业党建情况登记',
    row: '是否党员 | 是否兼任党组织书记 | 是否建立党组织=hasPartyOrganization | 党组织成立时间=partyOrganizationBuiltOn | 党组织组建形式=partyOrganizationForm | 上一级党组织名称=superiorPartyOrganization | 党组织书记姓名=secretaryName | 未建党组织的是否选派党建工作指导员=hasInstructor | 建立何种群团组织=massOrganizations | 党员总数=memberCount | 35岁以下党员数 | 近三年新发展党员数 | 党组织最近一次换届时间=lastElectedOn | 党员是否有单独的活动场所',
  },
  {
    layout: '7 小个专摸排',
    row: '从业人员=staffCount | 年营业收入 | 所属乡镇=town | 是否经营场所在专业市场内 | 是否组建党组织=hasPartyOrganization | 是否组建团组织=hasYouthLeague | 是否派驻党建指导员=hasInstructor | 是否组建妇联=hasWomensFederation | 是否组建工会=hasUnion | 联系电话=phone | 主要社会职务 | 政治面貌=politicalStatus | 是否党、团组织书记 | 党、团组织名称',
  },
  {
    layout: '8 社会组织党建信息表',
    row: '党建登记编号=registrationNumber | 登记证号 | 社会组织名称=organizationName | 社会组织种类=socialKind | 是否建立党组织=hasPartyOrganization | 法定代表人=headName | 会员人数=associationMembers | 党组成立日期=partyOrganizationBuiltOn | 审批单位 | 党组织名称=partyOrganizationName | 党组织建制=partyOrganizationLevel | 联合支部名称=jointBranchName | 隶属关系=affiliation | 党组织负责人=secretaryName | 专职党员数量=fulltimeMemberCount | 兼职党员数量=parttimeMemberCount | 从业人员党员数=memberCount | 预备党员人数=probationaryCount | 发展对象人数=developmentTargetCount | 积极分子人数=activistCount | 申请入党人数=applicantCount | 已建群团组织=massOrganizations | 拟建党组织日期=plannedBuildOn | 未建立原因=notBuiltReason | 党建指导员=instructorName | 指导员工作单位=instructorUnit | 指导员电话=instructorPhone | 指导员组织关系=instructorRelation | 业务主管单位 | 撤销日期=abolishedOn',
  },
  {
    layout: '9 党建指导员台账',
    titles: '党建指导员台账',
    row: '姓名=instructorName | 性别=gender | 联系电话=phone | 地址=address | 党建类型 | 所管理的社区或者村',
  },
  {
    layout: '9 党建指导员台账（派驻）',
    row: '指导员姓名=instructorName | 身份证号码=idNumber | 专职/兼职=employment | 驻派等级=dispatchLevel | 担任职务=position | 所属组织=partyOrganization | 指导企业(多选)=targetOrganizations | 走访频率=visitFrequency | 走访频次=visitTimes | 备注=remark',
  },
  {
    layout: '10 平台：党员',
    row: '姓名=name | 性别=gender | 公民身份号码=idNumber | 出生日期=birthOn | 参加工作时间=workStartedOn | 人员状态 | 入党日期（加入党组织日期）=receivedOn | 转正日期=confirmedOn | 个人身份=occupation | 党籍状态=membershipState',
  },
  {
    layout: '10 平台：组织关系',
    row: '进入党支部名称=branchName | 进入党支部所属党委名称=committeeName | 转入该基层党组织日期 | 党员原所在党支部名称',
  },
  {
    layout: '10 平台：换届',
    row: '届次=termNumber | 起始日期=lastElectedOn | 届满日期=nextElectionOn | 换届党组织名称=partyOrganizationName | 任期年限=termYears',
  },
  {
    layout: '10 平台：所属单位',
    row: '单位名称=organizationName | 单位性质类别 | 在岗职工数=staffCount | 是否有上级已派党建工作指导员=hasInstructor | 法人单位标识 | 法人单位建立党组织情况=hasPartyOrganization | 法人单位统一社会信用代码=creditCode',
  },
  {
    layout: '11 发展党员全程导出列',
    row: '入党申请书递交时间=appliedOn | 谈话人（申请阶段） | 推优时间=recommendedOn | 确定为积极分子时间=activistOn | 思想汇报提交时间 | 党校培训班参与时间（积极阶段） | 培养联系人=mentors | 确定为发展对象时间=developmentTargetOn | 发展对象备案时间=targetFiledOn | 入党介绍人=introducers | 政治审查表提交时间=politicalReviewOn | 审查时间=committeeReviewedOn | 预审时间=preReviewedOn | 入党志愿书提交时间=formSubmittedOn | 预备党员被接受时间=receivedOn | 党委派人谈话时间=committeeTalkOn | 党委审批时间=approvedOn | 提出转正申请时间=confirmationAppliedOn | 支部大会(转正)时间=confirmedOn | 党委转正审批时间=confirmationApprovedOn',
  },
  {
    layout: '14 公示',
    row: '姓名=name | 出生年月=birthOn | 文化程度=education | 工作单位及职务=position | 申请入党时间=appliedOn | 被列为入党积极分子时间=activistOn | 公示期限=noticePeriod | 要求及联系电话',
  },
  {
    layout: '16 新就业群体摸排表',
    row: '姓名=name | 手机=phone | 群体类别=workerGroup | 平台/企业=employer | 站点/网点=siteName | 用工形式(自营/加盟/众包) | 居住社区 | 组织关系所在党组织=relationBranch | 是否流动党员=isFloating | 是否纳入本地管理=isLocallyManaged | 入党申请意愿=hasApplied',
  },
  {
    layout: '高校系统：申请入党人员',
    row: '学号=personNumber | 学生类别 | 姓名=name | 所在基层党组织=committeeName | 所属党支部=branchName | 发展程度=stage | 提交书面申请书时间=appliedOn | 预计毕业年月',
  },
  {
    layout: '高校系统：一个党组织列',
    row: '姓名=name | 公民身份证号码=idNumber | 人员类别=stage | 入党申请时间=appliedOn | 所在党组织=branchName | 党员档案所在单位',
  },
  {
    layout: '两名介绍人各一列',
    row: '姓名=name | 首次申请入党时间=appliedOn | 第一联系人=mentors | 第二联系人=secondMentor | 介绍人1=introducers | 介绍人2=secondIntroducer | 培养联系人1电话',
  },
];

describe.each(layouts)('$layout', ({ row, titles = '' }) => {
  const cells = row.split(' | ').map((cell) => cell.split('='));

  it('maps its headers, and keeps the others under their own names', () => {
    const header = cells.map(([text = ''], column) => ({ column, header: text, group: undefined }));
    const found = mapColumns(header, undefined, titles);
    expect(found.map((column) => [column.header, column.field])).toEqual(
      cells.map(([text, field]) => [text, field]),
    );
  });
});
