import type { Role } from '../../../core/records/roles';

const administration = [
  'slots.add',
  'slots.remove',
  'keys.prepare',
  'keys.renew',
  'settings.save',
  'overlay.savePaper',
  'overlay.saveEntry',
  'overlay.adopt',
  'overlay.confirm',
  'backups.restore',
  'mirror.choose',
  'mirror.end',
  'session.move',
  'place.clearOld',
  'session.fillPractice',
];
/** What an auditor may ask, act by act: whatever is added later is closed to them until it stands here. */
const audit = [
  ...[
    'settings.get',
    'home.overview',
    'deadlines.list',
    'duties.list',
    'search.find',
    'areas.list',
  ],
  ...[
    'people.list',
    'people.readyLists',
    'people.get',
    'people.sharedFindings',
    'people.explain',
    'people.board',
  ],
  ...['dossier.path', 'dossier.acts', 'dossier.gate', 'dossier.overrides'],
  ...['overlay.overview', 'overlay.export', 'mentors.load'],
  ...['people.calendar', 'people.calendarDay', 'people.desk', 'snoozes.list', 'quota.overview'],
  ...[
    'plan.forward',
    'plan.backward',
    'plan.backfill',
    'audit.overview',
    'audit.findings',
    'meetings.list',
  ],
  ...[
    'meetings.get',
    'coverage.overview',
    'coverage.trend',
    'coverage.decompose',
    'coverage.breakdown',
    'coverage.gaps',
  ],
  ...['coverage.tasks', 'organizations.list', 'organizations.get', 'unions.board'],
  ...['partyOrganizations.list', 'partyOrganizations.get', 'history.list', 'imports.batches'],
  ...['reconciliation.list', 'reviews.of', 'reviews.pending'],
  ...['areas.tree', 'carriers.list', 'instructors.names'],
  ...['reports.table', 'reports.recordOutput', 'trail.list', 'trail.export', 'slots.list'],
  ...['newGroups.overview', 'newGroups.people', 'newGroups.places', 'newGroups.reach'],
  ...['stations.list', 'stations.get', 'requests.list', 'requests.get'],
  ...['instructors.list', 'instructors.get', 'associations.list'],
  ...[
    'drafts.list',
    'drafts.release',
    'care.overview',
    'place.get',
    'backups.make',
    'backups.check',
  ],
];

/**
 * Whether a role may ask this: only an administrator keeps people, settings and restores; an auditor reads and
 * never writes. It is the program that refuses, not the key: everybody's slot opens the same data.
 */
export function mayAsk(role: Role, channel: string): boolean {
  if (role === 'administrator') return true;
  if (role === 'auditor') return audit.includes(channel);
  return !administration.includes(channel);
}
