import type { AuditCounts } from '../../../contract/audit';

const columns: readonly { readonly key: keyof AuditCounts; readonly words: string }[] = [
  { key: 'people', words: '涉及人数' },
  { key: 'unreasonable', words: '不合理' },
  { key: 'verify', words: '需核实' },
  { key: 'unknown', words: '无法判断' },
  { key: 'settled', words: '已说明' },
];

export function CountHeads() {
  return columns.map(({ key, words }) => (
    <th key={key} className="num">
      {words}
    </th>
  ));
}

/** Nothing is shown where there is nothing, so that the figures that matter stand out. */
export function CountCells({ counts }: { readonly counts: AuditCounts }) {
  return columns.map(({ key }) => (
    <td key={key} className={key === 'unreasonable' ? 'num is-strong' : 'num'}>
      {counts[key] === 0 ? '' : counts[key]}
    </td>
  ));
}
