import type { ReportTable } from '../../../../contract/desk-work';

import { existsOn, holdsOn } from '../../../../core/coverage/join-units';
import { termOf, type TermNotice } from '../../../../core/coverage/term';
import {
  partyOrganizationFormWords,
  partyOrganizationLevelWords,
} from '../../../../core/labels/labels';
import { instructorLoadLimit } from '../../../../core/regulations/coverage-rules';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { maskPhone } from '../masking';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

type Sheet = Pick<ReportTable, 'id' | 'title' | 'unitLine' | 'notes'> & {
  readonly columns: readonly (readonly [
    header: string,
    width: number,
    align: ReportTable['align'][number],
  ])[];
  readonly rows: readonly (readonly string[])[];
  readonly checks?: ReportTable['checks'];
};

/** A ledger with a running number in front and one header row. */
export function ledgerTable(desk: Desk, request: ReportRequest, sheet: Sheet): ReportTable {
  const { columns, rows, checks, ...rest } = sheet;
  return {
    ...frame(desk, request),
    ...rest,
    header: [[cell('序号'), ...columns.map(([header]) => cell(header))]],
    widths: [34, ...columns.map(([, width]) => width)],
    align: ['center', ...columns.map(([, , align]) => align)],
    rows: rows.map((cells, index) => ({
      indent: 0,
      isStrong: false,
      cells: [String(index + 1), ...cells],
    })),
    checks: [
      ...(checks ?? [{ label: '行数', state: 'info', detail: `${rows.length} 行` }]),
      signatoryCheck(desk),
    ],
  };
}

/** 党建指导员台账: who goes where, how often, and whose load is too great. */
export function instructorLedger(desk: Desk, request: ReportRequest): ReportTable {
  const { today } = desk;
  const listed = desk.reference.instructors
    .all()
    .filter(({ retired }) => retired === undefined)
    .map((instructor) => {
      const units = (instructor.assignments ?? []).filter((each) => holdsOn(each, today));
      const visits = (instructor.visits ?? []).map(({ on }) => on).sort();
      return { instructor, units, visits };
    });
  const overloaded = desk.coverage().gaps.filter(({ rule }) => rule === 'INSTR-LOAD').length;
  return ledgerTable(desk, request, {
    id: 'instructorLedger',
    title: '党建指导员（联络员）台账',
    unitLine: '单位：人、家、次',
    columns: [
      ['姓名', 60, 'left'],
      ['类别', 54, 'left'],
      ['专兼职', 46, 'center'],
      ['工作单位及职务', 150, 'left'],
      ['联系电话', 88, 'left'],
      ['正式党员', 50, 'center'],
      ['联系单位', 230, 'left'],
      ['家数', 38, 'right'],
      ['走访次数', 50, 'right'],
      ['最近走访', 70, 'center'],
    ],
    rows: listed.map(({ instructor, units, visits }) => [
      nameFor(request.outputMode, instructor.name),
      instructor.kind === 'instructor' ? '指导员' : '联络员',
      instructor.isFullTime === undefined ? '不详' : instructor.isFullTime ? '专职' : '兼职',
      [instructor.workUnit, instructor.position].filter(Boolean).join(' '),
      instructor.phone === undefined ? '' : maskPhone(instructor.phone),
      instructor.isFullMember === undefined ? '不详' : instructor.isFullMember ? '是' : '否',
      units
        .map(({ organizationId }) => desk.reference.organizations.get(organizationId)?.name ?? '')
        .filter(Boolean)
        .join('、'),
      String(units.length),
      String(instructor.visitCount ?? visits.length),
      visits.at(-1) ?? '',
    ]),
    notes: [`注：联系超过 ${instructorLoadLimit} 家的列为负担过重（本地口径）。`],
    checks: [
      overloaded === 0
        ? { label: '负担', state: 'met', detail: `无人超过 ${instructorLoadLimit} 家` }
        : {
            label: '负担',
            state: 'warns',
            detail: `${overloaded} 人超过 ${instructorLoadLimit} 家`,
          },
    ],
  });
}

const termWords: Readonly<Record<TermNotice, string>> = {
  none: '未到提醒期',
  letter: '六个月内，发函提醒',
  request: '两个月内，报请示',
  overdue: '届满未换届',
};

const countCheck = (label: string, count: number): ReportTable['checks'][number] => ({
  label,
  state: 'info',
  detail: `${count} 个届满`,
});

/** 党组织换届台账: everybody with a term, the earliest day first. */
export function termLedger(desk: Desk, request: ReportRequest): ReportTable {
  const rows = desk.reference.partyOrganizations.all().flatMap((party) => {
    const term = existsOn(party, desk.today) ? termOf(party, desk.today) : undefined;
    if (term === undefined) return [];
    const secretary = (party.posts ?? []).find(
      (post) => post.kind === 'secretary' && holdsOn(post, desk.today),
    );
    return [{ party, term, secretary: secretary?.name ?? '' }];
  });
  rows.sort((left, right) => (left.term.dueOn < right.term.dueOn ? -1 : 1));
  const overdue = rows.filter(({ term }) => term.status === 'overdue').length;
  return ledgerTable(desk, request, {
    id: 'termLedger',
    title: '党组织换届台账',
    unitLine: '单位：个、年',
    columns: [
      ['党组织名称', 220, 'left'],
      ['街道（园区）', 80, 'left'],
      ['层级', 48, 'left'],
      ['组建方式', 64, 'left'],
      ['书记', 60, 'left'],
      ['最近换届', 72, 'center'],
      ['任期', 38, 'right'],
      ['批准延期至', 76, 'center'],
      ['届满日期', 72, 'center'],
      ['状态', 104, 'left'],
    ],
    rows: rows.map(({ party, term, secretary }) => [
      party.name,
      streetName(desk, party.areaId),
      partyOrganizationLevelWords[party.level],
      partyOrganizationFormWords[party.form],
      nameFor(request.outputMode, secretary),
      term.lastElectedOn,
      String(term.years),
      party.termExtendedUntil ?? '',
      term.dueOn,
      `${termWords[term.notice]}${term.isPostponedTooLong ? '（延期超一年）' : ''}`,
    ]),
    notes: [
      '注：任期按任期意见；届满前六个月发函提醒、两个月报送请示；延期不超过一年，所填超过的按一年计。临时和功能型党组织不换届，不在本表。',
    ],
    checks: [
      countCheck('两个月内', rows.filter(({ term }) => term.notice === 'request').length),
      countCheck('六个月内', rows.filter(({ term }) => term.notice === 'letter').length),
      overdue === 0
        ? { label: '届满', state: 'met', detail: '没有届满未换届的' }
        : { label: '届满', state: 'warns', detail: `${overdue} 个届满未换届` },
    ],
  });
}
