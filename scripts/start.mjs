import { runDesk } from './runtime/launch.mjs';

process.exitCode = await runDesk(process.argv.slice(2));
