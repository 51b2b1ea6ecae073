import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { vaultChannels } from '../../../../src/contract/channels';
import type { Result } from '../../../../src/contract/common';
import { answerLine, type LinePort } from '../../../../src/main/vault/line';
import { temporaryFolder } from '../../../support/ledger-kit';
import { bytesOf, deskPassphrase, TestVault } from '../../../support/vault-kit';

/** security.md §5 S7: whatever arrives on the line is answered once and with a code, and nothing breaks. */
let home: ReturnType<typeof temporaryFolder>;
let vault: TestVault;
beforeEach(() => {
  home = temporaryFolder();
  vault = new TestVault(home.folder);
});
afterEach(() => home.remove());

type Answer = { readonly id: number; readonly result: Result<unknown> };

/** The vault's end of a line, with a clock that never makes it wait. */
function openLine() {
  let deliver: (message: { data: unknown }) => void = () => undefined;
  const answers: Answer[] = [];
  let now = 0;
  const port: LinePort = {
    on: (_event, listener) => (deliver = listener),
    postMessage: (message) => answers.push(message as Answer),
    start: () => undefined,
  };
  answerLine({
    port,
    monotonic: () => (now += 10),
    handle: (channel, input) => vault.service.handle(channel, input),
  });
  return { answers, send: (data: unknown) => deliver({ data }) };
}

const channels = Object.keys(vaultChannels);
const names = fc.constantFrom(
  'id',
  'text',
  'key',
  'token',
  'range',
  'filter',
  'passphrase',
  '__proto__',
  'facts',
  'values',
  'offset',
  'limit',
  'on',
  'reason',
);
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, '', '__proto__', '2026-11-23', '9'.repeat(5000)),
  fc.uint8Array({ maxLength: 40 }),
);
const input = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.dictionary(
    names,
    fc.oneof(leaf, fc.dictionary(names, leaf, { maxKeys: 3 }), fc.array(leaf, { maxLength: 3 })),
    { maxKeys: 5 },
  ),
);
const strangers = ['__proto__', 'toString', 'shell.lock', ''];
const seed = 20_261_127;
const leastMessages = 100_000;

async function settle(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
}

it('answers a hundred thousand random messages to a locked vault once each, with a code', async () => {
  const { answers, send } = openLine();
  const addressed = [...channels, ...strangers];
  const inputs = fc.sample(input, { numRuns: Math.ceil(leastMessages / addressed.length), seed });
  for (const each of inputs) {
    answers.length = 0;
    addressed.forEach((channel, id) => send({ id, channel, input: each }));
    await settle(() => answers.length >= addressed.length);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(addressed.length);
    for (const { result } of answers) expectCoded(result);
  }
  expect(inputs.length * addressed.length).toBeGreaterThanOrEqual(leastMessages);
}, 60_000);

it('answers nothing to what is no request at all', () => {
  const { answers, send } = openLine();
  fc.assert(
    fc.property(fc.anything(), (each) => send(each)),
    { numRuns: 1_000 },
  );
  send({ id: '1', channel: 'session.status', input: {} });
  expect(answers).toEqual([]);
});

it('keeps an open ledger whole under random messages', { timeout: 120_000 }, async () => {
  await vault.create();
  const { answers, send } = openLine();
  // Locking out and re-encrypting are acts of their own, with tests of their own.
  const calm = fc.record({
    id: fc.integer(),
    channel: fc.constantFrom(
      ...channels.filter((each) => !/^(session|backups|slots|keys|vault)\./.test(each)),
    ),
    input,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(calm, { minLength: 50, maxLength: 50 }), async (batch) => {
      answers.length = 0;
      for (const each of batch) send(each);
      await settle(() => answers.length >= batch.length);
      for (const { result } of answers) expectCoded(result);
    }),
    { numRuns: 100 },
  );
  await vault.lock();
  const report = await vault.ask('session.unlock', { passphrase: bytesOf(deskPassphrase) });
  expect(report.notices.map(({ code }) => code)).toEqual([]);
});

/** C-107 is a bug of ours that was caught. */
function expectCoded(result: Result<unknown>): void {
  if (result.ok) return;
  expect(result.failure.code).toMatch(/^[A-Z]-\d{3}$/);
  expect(result.failure.code).not.toBe('C-107');
  expect(result.failure.message).not.toMatch(/\bat \/|node_modules|Error:/);
}
