import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, runWithScreen } from './runtime/launch.mjs';
import { say } from './setup/say.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'tour' },
    inside: { type: 'boolean', default: false },
  },
});
const out = resolve(values.out);

if (!values.inside) {
  // The tour needs a screen of its own; this process only provides it.
  process.exitCode = await runWithScreen(
    process.execPath,
    [join(projectRoot, 'scripts', 'tour.mjs'), '--inside', '--out', out],
    { quiet: true },
  );
} else {
  const { openTourDesk } = await import('./tour/desk.mjs');
  const { firstDay } = await import('./tour/first-day.mjs');
  const { practiceDay } = await import('./tour/practice-day.mjs');
  mkdirSync(out, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'tour-'));
  try {
    let number = 0;
    for (const [name, args, day] of [
      ['first', [], firstDay],
      ['practice', ['--demo'], practiceDay],
    ]) {
      const desk = await openTourDesk(join(data, name), args);
      try {
        await day({
          ...desk,
          out,
          shot: async (title) => {
            number += 1;
            const file = `${String(number).padStart(2, '0')}-${title}.png`;
            await desk.current().screenshot({ path: join(out, file) });
            say(`[巡览] ${file}`);
          },
        });
      } finally {
        await desk.app.close();
      }
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
