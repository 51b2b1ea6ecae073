import type { ReportId } from '../../../contract/desk-work';
import { PageHead } from '../../components/page-head';
import './reports.css';

type ReportEntry = { readonly id: ReportId; readonly title: string; readonly answers: string };

const reports: readonly ReportEntry[] = [
  {
    id: 'coverageTable',
    title: '两个覆盖情况统计表',
    answers: '各街道、各类单位建了多少，覆盖率是多少，还差在哪里。付印前核对勾稽关系。',
  },
  {
    id: 'shouldBuildList',
    title: '应建未建清单',
    answers: '哪些单位有三名以上正式党员却没有建立党组织，由谁办，什么时候办完。',
  },
  {
    id: 'deadlineReminder',
    title: '到期提醒单',
    answers: '已超期、本周到期和三十天内要办的事，每件写明依据。',
  },
  {
    id: 'problemList',
    title: '发展党员档案问题清单',
    answers: '核查出的不合理和需核实的问题，按处理办法归类，写明事实和依据。',
  },
  {
    id: 'coverageKinds',
    title: '两个覆盖情况统计表（按类型和规模）',
    answers: '每一类单位、每一档规模建了多少，差在哪一档。',
  },
  {
    id: 'annualEnterprises',
    title: '非公企业建立党的基层组织情况（年报第27表样式）',
    answers: '单独、联合、未建和党员情况，按规模和登记类型分栏，付印前核对勾稽关系。',
  },
  {
    id: 'annualSocial',
    title: '社会组织建立党的基层组织情况（年报第30表样式）',
    answers: '社会团体、基金会、民办非企业单位和三类事务所各建了多少。',
  },
  {
    id: 'instructorLedger',
    title: '党建指导员台账',
    answers: '谁联系哪几家，走访多少次，谁的负担过重。',
  },
  {
    id: 'termLedger',
    title: '党组织换届台账',
    answers: '哪些党组织什么时候届满，有没有批准延期，最早届满的排在前面。',
  },
  {
    id: 'newGroups',
    title: '新就业群体情况表',
    answers: '站点、各群体人数、已建组织和有工作的站点，按类型和街道列出。',
  },
  {
    id: 'stationLedger',
    title: '驿站台账',
    answers: '每个阵地提供哪些服务，最近哪天检查，办了几场活动。',
  },
  {
    id: 'requestLedger',
    title: '诉求台账',
    answers: '单位和群体提了什么，哪个部门办，哪件超期，结果怎样。',
  },
  {
    id: 'associationLedger',
    title: '行业协会商会台账',
    answers: '每家协会商会归哪个部门管，理事会何时届满，登记、年检、评估有没有同步。',
  },
  {
    id: 'applicantRoster',
    title: '入党申请人名册',
    answers: '谁申请了，什么时候收到申请、派人谈话。',
  },
  {
    id: 'activistRoster',
    title: '入党积极分子名册',
    answers: '谁在培养，联系人是谁，最近一次考察在什么时候。',
  },
  {
    id: 'targetRoster',
    title: '发展对象名册',
    answers: '列为发展对象之后，介绍人、政审、培训和预审办到哪一步。',
  },
  {
    id: 'probationaryRoster',
    title: '预备党员名册',
    answers: '预备期从哪天起、到哪天满，谁已经提出转正申请。',
  },
  {
    id: 'noticeList',
    title: '发展对象人选公示',
    answers: '正在公示的人，只印允许公示的栏目。',
  },
  {
    id: 'reconciliationList',
    title: '名单比对结果清单',
    answers: '最近一次同市监、民政名单比对，哪些新增、消失、改名、迁址，怎样认定。',
  },
  {
    id: 'quotaRecord',
    title: '年度计划执行表',
    answers: '各街道、各支部计划多少、接收了多少，新就业群体占多少，各月进度怎样。',
  },
  {
    id: 'overrideList',
    title: '阻断后写明原因办理清单',
    answers: '哪些步骤在规则阻断后仍然办理，谁办的、为什么，逐项写明。',
  },
  {
    id: 'mentorLoad',
    title: '培养联系人负担表',
    answers: '谁在联系几名积极分子和发展对象，负担最重的排在前面。',
  },
  {
    id: 'talkRecord',
    title: '谈话登记表（空白）',
    answers: '谈话时带去填写；在个人页面打印的已填好登记过的事实。',
  },
  {
    id: 'trainingRecord',
    title: '培养教育考察登记表（空白）',
    answers: '每半年考察时填写；在个人页面打印的已填好联系人和历次考察。',
  },
  {
    id: 'noticeRecord',
    title: '公示情况登记表（空白）',
    answers: '公示结束后填写；在个人页面打印的已填好期限和工作日数。',
  },
];

export type ReportsListProps = { readonly onOpen: (report: ReportId) => void };

export function ReportsList({ onOpen }: ReportsListProps) {
  return (
    <div className="page-scroll reports-list">
      <PageHead title="报表打印" sentence={`${reports.length} 种报表，先看版面，再打印或另存`} />
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <button type="button" onClick={() => onOpen(report.id)}>
              <strong>{report.title}</strong>
              <span>{report.answers}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
