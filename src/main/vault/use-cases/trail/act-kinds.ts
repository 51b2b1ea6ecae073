import type { TrailKind } from '../../../../core/labels/trail';

const kinds: Readonly<Record<string, TrailKind>> = {
  'session.unlock': 'door',
  'session.failures': 'door',
  'session.changePassphrase': 'door',
  'ledger.create': 'door',
  'ledger.accept': 'door',
  'ledger.machine': 'door',
  'ledger.damage': 'backup',
  'slots.add': 'door',
  'slots.remove': 'door',
  'keys.renew': 'door',
  'backups.reseal': 'backup',
  'slots.useKeyFile': 'door',
  'slots.dropKeyFile': 'door',
  'people.reveal': 'reveal',
  'reports.output': 'output',
  'trail.export': 'output',
  'imports.saveRejects': 'output',
  'imports.commit': 'import',
  'practice.fill': 'import',
  'backups.restore': 'backup',
  'backups.copyOut': 'backup',
  'backups.check': 'backup',
  'care.prepare': 'backup',
  'meta.save': 'settings',
  'clock.jump': 'clock',
};

export const kindOf = (action: string): TrailKind => kinds[action] ?? 'edit';
