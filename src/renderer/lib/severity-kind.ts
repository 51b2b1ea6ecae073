import type { GapView } from '../../contract/coverage';
import type { StatusKind } from '../components/status-mark';

/** hard = red, soft = amber, info = a hint (rules.md §4.3). */
export const severityKinds: Readonly<Record<GapView['severity'], StatusKind>> = {
  hard: 'over',
  soft: 'soon',
  info: 'info',
};
