/** Runs one detector in a process of its own, so that a mutated ledger never meets the real one. Exit 3 = broken. */
import { detectors, type DetectorName } from './detectors';

const name = process.argv[2] as DetectorName;
const isBroken = await detectors[name]().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`);
  return true;
});
process.exit(isBroken ? 3 : 0);
