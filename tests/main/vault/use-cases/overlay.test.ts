import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CareRoom } from '../../../../src/main/vault/use-cases/care/care-room';
import { explainDeadline } from '../../../../src/main/vault/use-cases/explain-deadline';
import {
  adoptOverlay,
  exportOverlay,
  readOverlay,
} from '../../../../src/main/vault/use-cases/overlay/overlay-file';
import { overlayOverview } from '../../../../src/main/vault/use-cases/overlay/overlay-view';
import { confirmRule, saveEntry } from '../../../../src/main/vault/use-cases/overlay/save-overlay';
import { getPerson } from '../../../../src/main/vault/use-cases/person-view';
import { trailRows } from '../../../../src/main/vault/use-cases/trail/trail';
import type { OverlayEntry } from '../../../../src/core/regulations/local-overlay';
import type { Dossier } from '../../../../src/core/records/dossier';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

const folder = mkdtempSync(join(tmpdir(), 'overlay-'));
const desks: TestDesk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.close();
});
async function deskWith(dossier: Dossier = {}): Promise<TestDesk> {
  const made = await openTestDesk([
    { table: 'people', record: { id: 'p', name: '测一', dossier } },
  ]);
  desks.push(made);
  return made;
}
/** The folder the user pointed at, as main would have told it. */
const roomOf = (path: string): Pick<CareRoom, 'places'> => ({ places: new Map([['t', path]]) });

const source = '样例〔2026〕1 号';
const tighter: OverlayEntry = {
  act: 'tighten',
  rule: 'ARCHIVE',
  from: '2026-06-01',
  source,
  offset: { days: 7 },
};

describe('the local paper on its page', () => {
  it('tightens from its day on, and what loosens is refused with words', async () => {
    const { desk } = await deskWith({
      meeting: { on: '2025-06-10' },
      confirmationApprovedOn: '2026-07-01',
    });
    valueOf(await saveEntry(desk, { entry: tighter }));
    const why = valueOf(explainDeadline(desk, { id: 'p', rule: 'ARCHIVE' }));
    expect(why.resultOn).toBe('2026-07-08');
    const loose: OverlayEntry = {
      act: 'tighten',
      rule: 'APPROVE-3M',
      from: '2026-06-01',
      source,
      offset: { months: 6 },
    };
    const refused = await saveEntry(desk, { entry: loose });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'C-111' } });
    if (!refused.ok) expect(refused.failure.message).toContain('只能加严：国家规则为 3，所填为 6');
    const { national, local } = valueOf(overlayOverview(desk));
    expect(national.find(({ rule }) => rule === 'ARCHIVE')?.lines).toMatchObject([
      { index: 0, state: 'inForce' },
    ]);
    expect(local.every(({ isOn }) => !isOn)).toBe(true);
    expect(trailRows(desk, {}).map(({ title }) => title)).toContain('修改地方口径');
  });

  it('an entry ends by its day and stays on the paper', async () => {
    const { desk } = await deskWith();
    valueOf(await saveEntry(desk, { entry: tighter }));
    valueOf(await saveEntry(desk, { entry: { ...tighter, until: '2026-10-01' }, index: 0 }));
    const { national } = valueOf(overlayOverview(desk));
    const lines = national.find(({ rule }) => rule === 'ARCHIVE')?.lines;
    expect(lines).toMatchObject([{ state: 'ended', entry: { until: '2026-10-01' } }]);
  });
});

describe('the paper as a file', () => {
  it('travels from one desk to another, and both put it on record', async () => {
    const path = join(folder, 'paper.json');
    const [from, to] = [await deskWith(), await deskWith()];
    valueOf(await saveEntry(from.desk, { entry: tighter }));
    expect(valueOf(exportOverlay(from.desk, { token: 't' }, roomOf(path)))).toEqual({ entries: 1 });
    const read = valueOf(readOverlay(to.desk, { token: 't' }, roomOf(path)));
    expect(read).toMatchObject({ madeBy: '演练区', problems: [], lost: 0 });
    valueOf(await adoptOverlay(to.desk, { token: 't' }, roomOf(path)));
    expect(to.desk.settings.localOverlay).toEqual(from.desk.settings.localOverlay);
    expect(trailRows(from.desk, {}).map(({ title }) => title)).toContain('导出地方口径');
    expect(trailRows(to.desk, {}).map(({ title }) => title)).toContain('导入地方口径');
  });

  it.each<[string, (text: string) => string, string]>([
    ['changed on the way', (text) => text.replace('"days": 7', '"days": 9'), '与校验值不符'],
    ['of another kind', () => '{"format":"other","version":1}', '不是地方口径文件'],
    ['no JSON at all', () => 'PK\u0003\u0004', '不是地方口径文件'],
    ['of a newer version', (text) => text.replace('"version": 1', '"version": 2'), '更新版本'],
    ['with a field of its own', (text) => text.replace('"madeBy"', '"x": 1, "madeBy"'), '不合格式'],
  ])('a file %s is refused with words', async (_title, change, words) => {
    const path = join(folder, 'spoilt.json');
    const { desk } = await deskWith();
    valueOf(await saveEntry(desk, { entry: tighter }));
    valueOf(exportOverlay(desk, { token: 't' }, roomOf(path)));
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const refused = await adoptOverlay(desk, { token: 't' }, roomOf(path));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'C-112' } });
    if (!refused.ok) expect(refused.failure.message).toContain(words);
    rmSync(path);
  });
});

describe('a HARD rule on weak evidence (rules §0.3)', () => {
  it('warns until somebody confirms its wording, then it is 不合理, and the confirmation can be taken back', async () => {
    const { desk } = await deskWith({
      appliedOn: '2024-06-02',
      activistOn: '2024-10-10',
      meeting: { on: '2026-08-27' },
      committeeTalkOn: '2026-08-20',
    });
    const verdict = () =>
      valueOf(getPerson(desk, { id: 'p' })).findings.find(({ rule }) => rule === 'PARTYTALK')
        ?.verdict;
    expect(verdict()).toBe('verify');
    const weak = () => valueOf(overlayOverview(desk)).weak.find(({ rule }) => rule === 'PARTYTALK');
    expect(weak()?.confirmed).toBeNull();
    valueOf(await confirmRule(desk, { rule: 'PARTYTALK', source: '样例汇编第 3 页' }));
    expect(weak()?.confirmed).toEqual({ source: '样例汇编第 3 页', confirmedOn: '2026-11-23' });
    expect(verdict()).toBe('unreasonable');
    valueOf(await confirmRule(desk, { rule: 'PARTYTALK', source: null }));
    expect(verdict()).toBe('verify');
  });

  it('offers the outer limit of 审批 that the new text gives at second hand (26#25), not the quoted three months', async () => {
    const { desk } = await deskWith({ meeting: { on: '2026-05-18' }, approvedOn: '2026-11-19' });
    const severity = () =>
      valueOf(getPerson(desk, { id: 'p' })).findings.find(({ rule }) => rule === 'APPROVE-3M')
        ?.verdict;
    const offered = valueOf(overlayOverview(desk)).weak.map(({ rule }) => rule);
    expect(offered).toContain('APPROVE-3M');
    expect(offered).not.toContain('TALK-1M');
    expect(severity()).toBe('verify');
    valueOf(await confirmRule(desk, { rule: 'APPROVE-3M', source: '样例汇编第 4 页' }));
    expect(severity()).toBe('unreasonable');
  });
});
