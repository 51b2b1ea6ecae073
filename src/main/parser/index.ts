import type { MessageEvent } from 'electron';
import { intakeMessages } from './intake-messages';
import { readForeignFile } from './read-foreign-file';

/** Time the port has to deliver before the jail closes itself. */
const deliveryMilliseconds = 3_000;

/**
 * The import jail (security.md §3.12): reads one file, sends its rows to the vault on the port that
 * came with the order, and ends. Main never sees a row; memory and time are bounded by main.
 */
process.parentPort.once('message', ({ data, ports }: MessageEvent) => {
  const { path } = data as { path: string };
  const [port] = ports;
  if (port === undefined) process.exit(1);
  const leave = () => process.exit(0);
  // The vault closes its end once it has everything.
  port.once('close', leave);
  port.start();
  void readForeignFile(path).then((outcome) => {
    for (const message of intakeMessages(outcome)) port.postMessage(message);
    setTimeout(leave, deliveryMilliseconds);
  });
});
