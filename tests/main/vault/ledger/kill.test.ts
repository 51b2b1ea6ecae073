import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findElectron } from '../../../../scripts/runtime/locate.mjs';
import { bundleScript } from '../../../support/bundle';
import { openTestLedger, temporaryFolder } from '../../../support/ledger-kit';
import { reportFigures } from '../../../support/torture/report';

/** security.md §5 R1, the small size; the full programme is issue D. */
const rounds = Number(process.env['TORTURE_KILLS'] ?? 200);
const root = join(import.meta.dirname, '../../../..');
const runtime = findElectron(root)?.path ?? process.execPath;

let script: string;
beforeAll(async () => void (script = await bundleScript('ledger-writer')));

/** Starts a writer, kills it after `milliseconds` (counted from its start or from its opening), returns what it acknowledged. */
function runAndKill(
  folder: string,
  first: number,
  plan: { milliseconds: number; fromStart: boolean; mode: string },
) {
  const child = spawn(runtime, [script, folder, String(first), plan.mode], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let problem = '';
  const kill = () => child.kill('SIGKILL');
  if (plan.fromStart) setTimeout(kill, plan.milliseconds);
  child.stdout.on('data', (bytes: Buffer) => {
    if (said === '' && !plan.fromStart) setTimeout(kill, plan.milliseconds);
    said += bytes.toString('utf8');
  });
  child.stderr.on('data', (bytes: Buffer) => (problem += bytes.toString('utf8')));
  return new Promise<{ acknowledged: number[]; problem: string }>((resolve) => {
    child.on('close', () => {
      const lines = said.split('\n').slice(0, -1);
      resolve({ acknowledged: lines.filter((line) => line !== 'open').map(Number), problem });
    });
  });
}

it(
  `loses nothing acknowledged in ${rounds} kills, and never cries damage`,
  { timeout: 600_000 },
  async () => {
    let home = temporaryFolder();
    let expected: number[] = [];
    let kills = 0;
    let acknowledged = 0;
    const verdict = { lost: 0, unacknowledged: 0, alarms: 0, problems: [] as string[] };
    while (kills < rounds) {
      if (kills % 20 === 0) {
        home.remove();
        home = temporaryFolder();
        expected = [];
      }
      // A quarter of the kills fall into start-up, the rest into the load.
      const fromStart = kills % 4 === 3;
      const plan = {
        fromStart,
        milliseconds: fromStart ? 30 + ((kills * 37) % 120) : (kills * 13) % 60,
        mode: kills % 3 === 0 ? 'checkpoints' : 'commits',
      };
      const first = expected.length === 0 ? 0 : (expected.at(-1) ?? 0) + 2;
      const { acknowledged: said, problem } = await runAndKill(home.folder, first, plan);
      kills += 1;
      if (problem !== '' && !problem.includes('R-320'))
        verdict.problems.push(problem.slice(0, 300));
      expected.push(...said);
      acknowledged += said.length;
      if (expected.length === 0) {
        // Killed before the ledger existed: the next round begins in a new folder.
        home.remove();
        home = temporaryFolder();
        continue;
      }
      const { ledger, report } = await openTestLedger(home.folder);
      const present = new Set([...ledger.scan('people')].map(({ id }) => Number(id.slice(1))));
      await ledger.close();
      verdict.lost += expected.filter((i) => !present.has(i)).length;
      verdict.unacknowledged += present.size - expected.length > 1 ? 1 : 0;
      verdict.alarms += report.missingFrames + report.damagedParts.length + report.framesBehind;
      expected = [...present].sort((a, b) => a - b);
    }
    home.remove();
    reportFigures({
      cases: kills,
      acknowledged,
      lost: verdict.lost,
      silent: verdict.unacknowledged,
      falseAlarms: verdict.alarms,
    });
    expect(verdict).toEqual({ lost: 0, unacknowledged: 0, alarms: 0, problems: [] });
  },
);
