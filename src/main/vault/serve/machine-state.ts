import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Machine } from '../ledger/open-report';
import { openFolder, type VaultFiles } from '../ledger/vault-files';

const fileName = 'MACHINE';
const idPattern = /^[0-9a-f-]{36}$/;

/** What this machine keeps of its own, outside every ledger's folder: which machine it is, and what it saw last. */
export type MachineState = {
  readonly marks: VaultFiles | undefined;
  readonly machine: Machine | undefined;
};

/** A profile that cannot be written to leaves the ledger without a witness; it must not keep anybody out. */
export function openMachineState(folder: string): MachineState {
  try {
    const marks = openFolder(folder);
    return { marks, machine: { id: machineId(marks), name: hostname() } };
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem)
      return { marks: undefined, machine: undefined };
    throw problem;
  }
}

function machineId(files: VaultFiles): string {
  const known = files.exists(fileName) ? files.read(fileName).toString('utf8') : '';
  if (idPattern.test(known)) return known;
  const id = randomUUID();
  const file = files.open(fileName, files.exists(fileName) ? 'update' : 'create');
  try {
    file.truncate(0);
    file.write(Buffer.from(id, 'utf8'), 0);
    file.sync();
  } finally {
    file.close();
  }
  files.syncFolder();
  return id;
}
