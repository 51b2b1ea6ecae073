/** Runs in a process of its own, to be killed: commits without end and says each acknowledgement aloud. */
import { writeSync } from 'node:fs';
import { changeOf, createTestLedger, openTestLedger, put } from './ledger-kit';

const [folder = '', first = '0', mode = 'commits'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const ledger =
  Number(first) === 0
    ? (await createTestLedger(folder)).ledger
    : (await openTestLedger(folder)).ledger;
say('open');
for (let i = Number(first); ; i += 1) {
  // In every third life a checkpoint is under way while the process dies.
  if (mode === 'checkpoints' && i % 7 === 0) void ledger.checkpoint().catch(() => undefined);
  const result = ledger.commit(changeOf(put(`p${i}`, { i, text: '演练'.repeat(i % 40) })));
  if (!result.ok) throw new Error(result.failure.code);
  say(String(i));
  if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
}
