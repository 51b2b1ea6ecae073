import type { ReactNode } from 'react';
import { StatusMark, type StatusKind } from '../../components/status-mark';
import type { CoverageState } from './filter-words';

const kinds: Readonly<Record<CoverageState, StatusKind>> = {
  own: 'done',
  joint: 'done',
  workCovered: 'info',
  blank: 'over',
  excluded: 'unknown',
};

export type StateMarkProps = { readonly state: CoverageState; readonly children: ReactNode };

export function StateMark({ state, children }: StateMarkProps) {
  return <StatusMark kind={kinds[state]}>{children}</StatusMark>;
}
