import type { EventKind } from '../records/dossier';

/** The acts beside the 25 steps as an office sorts them. */
export const actGroups: readonly {
  readonly words: string;
  readonly kinds: readonly EventKind[];
}[] = [
  { words: '表决和审批未通过', kinds: ['meetingRejected', 'committeeRejected'] },
  { words: '预备期', kinds: ['probationExtended', 'discussionDeferred', 'probationCancelled'] },
  {
    words: '退回、取消和撤回',
    kinds: ['returnedToActivist', 'activistCancelled', 'applicationWithdrawn'],
  },
  { words: '转接', kinds: ['transferredOut', 'transferredIn', 'transferAccepted'] },
  {
    words: '暂缓和恢复',
    kinds: ['onHold', 'outOfContact', 'abroad', 'trainingBroken', 'resumed'],
  },
  {
    words: '终止和处理',
    kinds: ['deceased', 'removed', 'lapsed', 'leftParty', 'expelled', 'notRecognized'],
  },
  { words: '特殊情况', kinds: ['reApplied', 'specialAdmission', 'posthumousAdmission'] },
];

export function actGroupOf(kind: EventKind): string {
  return actGroups.find(({ kinds }) => kinds.includes(kind))?.words ?? '';
}
