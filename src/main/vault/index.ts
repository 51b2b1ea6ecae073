import type { MessagePortMain } from 'electron';
import type { Progress } from '../../contract/channels';
import type { CalendarDate } from '../../core/calendar/calendar-date';
import { collectIntake, type IntakeMessage } from '../parser/intake-messages';
import { refusal } from '../parser/refusal';
import { systemClock } from './clock';
import { deriveInWorker } from './crypto/passphrase-kdf';
import { answerLine } from './line';
import type { VaultOrder } from './orders';
import { openVault, type Vault } from './serve/open-vault';

/** The process that owns the ledger: it takes orders from main and questions from the window, each on its own line. */
let service: Vault | undefined;
const lines = new Set<MessagePortMain>();

process.parentPort.on('message', ({ data, ports }) => {
  const order = data as VaultOrder;
  switch (order.kind) {
    case 'configure':
      configure(order);
      return;
    case 'end':
      void (service?.end(order.milliseconds) ?? Promise.resolve()).then(() => process.exit(0));
      return;
    case 'connect':
      if (ports[0] !== undefined) connect(ports[0]);
      return;
    case 'place':
      service?.receivePlace(order.token, order.path);
      return;
    case 'intake':
      if (ports[0] !== undefined) takeIn(order, ports[0]);
      return;
  }
});

function configure({
  kind: _kind,
  fixedToday,
  ...configuration
}: Extract<VaultOrder, { kind: 'configure' }>): void {
  const { today, nowIso, monotonic } = systemClock(fixedToday);
  const clock = { today: () => today() as CalendarDate, nowIso, monotonic };
  service = openVault({
    configuration,
    clock,
    derive: deriveInWorker,
    onOpen: (rules) => process.parentPort.postMessage(rules),
    onProgress: tellProgress,
  });
}

function tellProgress(progress: Progress | null): void {
  for (const line of lines) line.postMessage({ progress });
}

function connect(port: MessagePortMain): void {
  const current = service;
  if (current === undefined) return;
  lines.add(port);
  port.on('close', () => lines.delete(port));
  answerLine({
    port,
    monotonic: () => performance.now(),
    handle: (channel, input) => current.handle(channel, input),
  });
}

/** Rows of one file. A parser whose line ends without a last word took too long or too much, or was stopped. */
function takeIn(
  { token, fileName }: Extract<VaultOrder, { kind: 'intake' }>,
  port: MessagePortMain,
): void {
  const collect = collectIntake();
  let isDone = false;
  service?.expectWorkbook(token);
  port.on('close', () => {
    if (isDone) return;
    isDone = true;
    service?.receiveWorkbook(token, fileName, { ok: false, refusal: refusal('tooDemanding') });
  });
  port.on('message', ({ data }: { data: unknown }) => {
    const outcome = collect(data as IntakeMessage);
    if (outcome === undefined || isDone) return;
    isDone = true;
    service?.receiveWorkbook(token, fileName, outcome);
    port.close();
  });
  port.start();
}
