import { parseArgs } from 'node:util';
import { isCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date';
import { systemClock } from '../vault/clock';
import { inspectCoverageFile } from './coverage';
import { inspectDossierFile } from './dossier';
import { UnusableInput } from './unusable-input';
import { inspectWorkbook } from './workbook';

const usage =
  '用法：inspect -- workbook|dossier|coverage 文件 [--after 文件 …] [--today 2026-11-23]';
const exitUnusable = 2;

function readToday(given: string | undefined): CalendarDate {
  const today = given ?? systemClock(undefined).today();
  if (!isCalendarDate(today)) throw new UnusableInput(`--today 不是存在的日期：${today}`);
  return today;
}

/** Node words a wrong option in English; the usage says it in Chinese. */
function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { after: { type: 'string', multiple: true }, today: { type: 'string' } },
    });
  } catch {
    throw new UnusableInput(usage);
  }
}

async function run(): Promise<unknown> {
  const { values, positionals } = readArguments();
  const [command, file] = positionals;
  if (file === undefined) throw new UnusableInput(usage);
  const today = readToday(values.today);
  switch (command) {
    case 'workbook':
      return inspectWorkbook(file, { after: values.after ?? [], today });
    case 'dossier':
      return inspectDossierFile(file, today);
    case 'coverage':
      return inspectCoverageFile(file, today);
    default:
      throw new UnusableInput(usage);
  }
}

try {
  process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
} catch (problem) {
  if (!(problem instanceof Error)) throw problem;
  process.stderr.write(
    `${problem instanceof UnusableInput ? problem.message : `无法处理：${problem.message}`}\n`,
  );
  process.exitCode = exitUnusable;
}
