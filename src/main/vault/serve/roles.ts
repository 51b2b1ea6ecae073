import type { Role } from '../../../core/records/roles';

const administration = [
  'slots.add',
  'slots.remove',
  'settings.save',
  'backups.restore',
  'session.fillPractice',
];
const changes = [
  'create',
  'save',
  'saveIdentity',
  'saveFacts',
  'assignGap',
  'undo',
  'undoLatest',
  'commit',
  'settle',
  'reopen',
];

/**
 * Whether a role may ask this: only an administrator keeps people, settings and restores; an auditor reads and
 * never writes. It is the program that refuses, not the key: everybody's slot opens the same data.
 */
export function mayAsk(role: Role, channel: string): boolean {
  if (role === 'administrator') return true;
  if (administration.includes(channel)) return false;
  return role !== 'auditor' || !changes.includes(channel.split('.')[1] ?? '');
}
