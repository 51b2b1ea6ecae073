import { verdictWords, type Verdict } from '../../core/development/audit-types';
import { StatusMark, type StatusKind } from './status-mark';

const tones: Readonly<Record<Verdict, StatusKind>> = {
  unreasonable: 'over',
  verify: 'soon',
  unknown: 'unknown',
  clear: 'done',
};

/** Worst first, as lists and counts show them. */
export const verdictOrder: readonly Verdict[] = ['unreasonable', 'verify', 'unknown', 'clear'];

/** 不合理 / 需核实 / 无法判断 / 未见异常, each with its shape. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return <StatusMark kind={tones[verdict]}>{verdictWords[verdict]}</StatusMark>;
}
