import type { ReportTable } from '../../../../contract/desk-work';
import { dueBuckets } from '../../../../contract/desk-work';
import { dueBucketWords, organizationKindWords } from '../../../../core/labels/labels';
import type { OfficeDutyView } from '../../../../contract/office-duties';
import type { Desk } from '../desk';
import { duePlaces } from '../due-places';
import { streetName, tasksByGap } from '../gap-views';
import { spokenDuties } from '../snoozes';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

/** 应建未建清单: units with three formal members and no organisation (ORG-3), street by street. */
export function shouldBuildList(desk: Desk, request: ReportRequest): ReportTable {
  const { gaps, units } = desk.coverage();
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const tasks = tasksByGap(desk);
  const rows = gaps
    .filter(({ rule }) => rule === 'ORG-3')
    .flatMap((gap) => {
      const organization = desk.reference.organizations.get(gap.subjectId);
      if (organization === undefined) return [];
      const task = tasks.get(`ORG-3/${gap.subjectId}`);
      const street = streetName(desk, organization.areaId) || (organization.areaName ?? '');
      return [
        {
          street,
          cells: [
            street,
            organization.name,
            organizationKindWords[organization.kind],
            String(organization.staff ?? '不详'),
            String(unitById.get(gap.subjectId)?.formalMembers ?? '不详'),
            gap.suggestedAct,
            task?.owner ?? '',
            task?.dueOn ?? '',
          ],
        },
      ];
    })
    .sort((a, b) => a.street.localeCompare(b.street, 'zh-Hans-CN'));
  return {
    ...frame(desk, request),
    id: 'shouldBuildList',
    title: '应建未建党组织单位清单',
    unitLine: '单位：人、名',
    header: [
      [
        cell('序号'),
        cell('街道（园区）'),
        cell('单位名称'),
        cell('类型'),
        cell('从业人员'),
        cell('正式党员'),
        cell('建议办法'),
        cell('责任人'),
        cell('期限'),
      ],
    ],
    widths: [32, 76, 190, 76, 54, 54, 170, 60, 74],
    align: ['center', 'left', 'left', 'left', 'right', 'right', 'left', 'left', 'center'],
    rows: rows.map(({ cells }, index) => ({
      indent: 0,
      isStrong: false,
      cells: [String(index + 1), ...cells],
    })),
    notes: [
      '注：正式党员 3 名以上、正常经营而未单独建立也未联合建立党组织的单位（中办发〔2012〕11号）。',
    ],
    checks: [
      {
        label: '责任人',
        state: rows.every(({ cells }) => cells[6] !== '') ? 'met' : 'warns',
        detail: `未分派 ${rows.filter(({ cells }) => cells[6] === '').length} 家`,
      },
      signatoryCheck(desk),
    ],
  };
}

/** 组织事项 whose reminder has begun, those that cannot be judged and elections that went wrong. */
function dutyRows(desk: Desk): ReportTable['rows'] {
  const duties = spokenDuties(desk).filter(({ state }) => state !== 'waiting');
  if (duties.length === 0) return [];
  const lines = duties.map((duty, index) => ({
    indent: 0,
    isStrong: false,
    cells: [
      String(index + 1),
      duty.on ?? '',
      dutyState(duty),
      duty.subject,
      `${duty.title}（${duty.context}）`,
      `${duty.citation.article} ${duty.citation.edition}`,
      duty.nextAct,
    ],
  }));
  const heading = [`组织事项 ${duties.length} 件`, '', '', '', '', '', ''];
  return [{ indent: 0, isStrong: true, cells: heading }, ...lines];
}

function dutyState({ state, days }: OfficeDutyView): string {
  if (state === 'wrong') return '不合理';
  if (state === 'unknown' || days === null) return '无法判断';
  return daysLeft(days);
}

const daysLeft = (days: number) => (days < 0 ? `超 ${-days} 天` : `${days} 天后`);

/** 到期提醒单: overdue, this week and within thirty days, each with its article and next act. */
export function deadlineReminder(desk: Desk, request: ReportRequest): ReportTable {
  const places = duePlaces(desk);
  const rows = dueBuckets.flatMap((bucket) => {
    const items = places[bucket].items(0, places[bucket].length);
    if (items.length === 0) return [];
    const heading = {
      indent: 0,
      isStrong: true,
      cells: [`${dueBucketWords[bucket]} ${items.length} 件`, '', '', '', '', '', ''],
    };
    const lines = items.map((item, index) => ({
      indent: 0,
      isStrong: false,
      cells: [
        String(index + 1),
        item.dueOn,
        daysLeft(item.days),
        nameFor(request.outputMode, item.subjectName),
        `${item.title}（${item.context}）`,
        `${item.citation.article} ${item.citation.edition}`,
        item.nextAct,
      ],
    }));
    return [heading, ...lines];
  });
  rows.push(...dutyRows(desk));
  return {
    ...frame(desk, request),
    id: 'deadlineReminder',
    title: '到期提醒单',
    unitLine: '单位：件',
    header: [
      [
        cell('序号'),
        cell('期限'),
        cell('状态'),
        cell('对象'),
        cell('事项'),
        cell('依据'),
        cell('下一步'),
      ],
    ],
    widths: [66, 74, 60, 110, 280, 130, 90],
    align: ['left', 'center', 'center', 'left', 'left', 'left', 'left'],
    rows,
    notes: ['注：超期不可补日期，只可办理并附情况说明。标有“暂算”的，遇节假日安排公布后重算。'],
    checks: [{ label: '截至日期', state: 'info', detail: desk.today }, signatoryCheck(desk)],
  };
}
