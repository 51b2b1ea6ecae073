import type { ReportTable } from '../../../../contract/desk-work';
import { outcomeClassWords } from '../../../../core/labels/labels';
import { sourceWords } from '../../../../core/reconciliation/apply-decisions';
import { outcomeClasses, type Reconciliation } from '../../../../core/records/reconciliation';
import type { Desk } from '../desk';
import { scanRecords } from '../scan-records';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';

const choiceWords = { accept: '采纳', refuse: '不采纳', later: '未认定' } as const;

function rowsOf({ lines }: Reconciliation): ReportTable['rows'] {
  return outcomeClasses.flatMap((kind) => {
    const inClass = lines.filter((line) => line.class === kind);
    if (inClass.length === 0) return [];
    const heading = {
      indent: 0,
      isStrong: true,
      cells: [`${outcomeClassWords[kind]} ${inClass.length} 条`, '', '', '', '', ''],
    };
    const rows = inClass.map(({ name, creditCode, words, choice, reason, place }, index) => ({
      indent: 0,
      isStrong: false,
      cells: [
        String(index + 1),
        name,
        creditCode ?? '无',
        words,
        reason === undefined ? choiceWords[choice] : `${choiceWords[choice]}：${reason}`,
        place === '' ? '名单无此行' : place,
      ],
    }));
    return [heading, ...rows];
  });
}

function notesOf(found: Reconciliation | undefined): string[] {
  if (found === undefined) return ['注：还没有比对过名单。'];
  const { source, fileName, listedOn, madeOn, madeBy, rowsRead, counts } = found;
  const parts = outcomeClasses
    .filter((kind) => kind !== 'gone')
    .map((kind) => `${outcomeClassWords[kind]} ${counts[kind] ?? 0}`);
  const rest = `重复 ${counts['repeated'] ?? 0}、读不出 ${counts['unread'] ?? 0}、合计和注释行 ${counts['skipped'] ?? 0}`;
  return [
    `注：${sourceWords[source]}名单《${fileName}》，截至 ${listedOn}；${madeOn} 由${madeBy}比对。`,
    `名单 ${rowsRead} 行：${parts.join('、')}、${rest}；册内有而名单没有的 ${counts['gone'] ?? 0} 家。一致的不列。`,
  ];
}

/** 名单比对结果清单: the latest comparison, class by class, with the word on every line. */
export function reconciliationList(desk: Desk, request: ReportRequest): ReportTable {
  const [found] = scanRecords(desk, 'reconciliations').sort((left, right) =>
    right.madeAt.localeCompare(left.madeAt),
  );
  const open = found?.lines.filter(({ choice }) => choice === 'later').length ?? 0;
  return {
    ...frame(desk, request),
    id: 'reconciliationList',
    title: '单位名单比对结果清单',
    unitLine: '单位：家',
    header: [
      [
        cell('序号'),
        cell('单位名称'),
        cell('统一社会信用代码'),
        cell('不同之处'),
        cell('认定'),
        cell('名单位置'),
      ],
    ],
    widths: [66, 180, 136, 250, 130, 80],
    align: ['left', 'left', 'center', 'left', 'left', 'left'],
    rows: found === undefined ? [] : rowsOf(found),
    notes: notesOf(found),
    checks: [
      { label: '认定', state: open === 0 ? 'met' : 'warns', detail: `未认定 ${open} 条` },
      signatoryCheck(desk),
    ],
  };
}
