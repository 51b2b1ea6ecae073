import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/core/records/area';
import type { Organization } from '../../../src/core/records/organization';
import type { Reconciliation } from '../../../src/core/records/reconciliation';
import {
  applyDecisions,
  decisionProblem,
  takenUnits,
  type Settling,
} from '../../../src/core/reconciliation/apply-decisions';
import { compareList } from '../../../src/core/reconciliation/compare-list';
import { rememberedWords } from '../../../src/core/reconciliation/remembered';
import type {
  Decision,
  ForeignList,
  ListedUnit,
  ListScope,
} from '../../../src/core/reconciliation/types';
import { isSameAddress, nameKey } from '../../../src/core/reconciliation/unit-names';
import { creditCode } from '../../support/raw-sheet';

const areas: readonly Area[] = [
  { id: 's1', name: '样松街道', level: 'street' },
  { id: 's2', name: '样竹街道', level: 'street' },
  { id: 'c1', name: '样松一社区', level: 'community', parentId: 's1' },
  { id: 'c2', name: '东里社区', level: 'community', parentId: 's1' },
  { id: 'c3', name: '东里社区', level: 'community', parentId: 's2' },
];
const scope: ListScope = { kinds: new Set(['enterprise']) };

function unit(id: string, facts: Partial<Organization> = {}): Organization {
  return { id, name: `例${id}有限公司`, kind: 'enterprise', status: 'operating', ...facts };
}
function row(number: number, facts: Partial<ListedUnit> = {}): ListedUnit {
  return { place: `表!${number}`, name: `例${number}有限公司`, kind: 'enterprise', ...facts };
}
function list(units: readonly ListedUnit[], rest: Partial<ForeignList> = {}): ForeignList {
  return {
    source: 'market',
    fileName: '名单.xlsx',
    listedOn: '2026-11-01',
    units,
    unread: [],
    skipped: 0,
    ...rest,
  };
}
function settling(): Settling {
  let made = 0;
  return {
    fileName: '名单.xlsx',
    source: 'market',
    listedOn: '2026-11-01',
    today: '2026-11-23',
    by: '办理员甲',
    fillsBlanks: true,
    newId: () => `n${(made += 1)}`,
  };
}
const compare = (foreign: ForeignList, units: readonly Organization[]) =>
  compareList(foreign, { units, areas }, scope);

describe('one row against one record', () => {
  const code = creditCode(1);
  const known = unit('甲', {
    creditCode: code,
    address: '样例路 1 号',
    areaId: 'c1',
  });
  const cases: readonly [string, Partial<ListedUnit>, string, readonly string[]][] = [
    ['the same in other widths and spaces agrees', { name: '例甲 有限公司' }, 'same', []],
    ['another name under the same code is 改名', { name: '例新名有限公司' }, 'renamed', ['名称']],
    ['another address is 迁址', { address: '样例路 11 号' }, 'moved', ['地址']],
    ['the same address written longer is none', { address: '演练区样例路1号3层' }, 'same', []],
    ['another street is 迁址', { town: '样竹街道' }, 'moved', ['区域']],
    ['the street above its community is none', { town: '样松街道' }, 'same', []],
    ['a name that two communities have moves nobody', { town: '东里社区' }, 'same', []],
    ['a street we do not know moves nobody', { town: '外地街道' }, 'same', []],
    ['注销 is 状态变化', { status: 'deregistered' }, 'statusChanged', ['状态']],
    [
      'the gravest difference names the class, all of them are listed',
      { status: 'revoked', name: '例新名有限公司', address: '别处 9 号' },
      'statusChanged',
      ['状态', '名称', '地址'],
    ],
  ];
  it.each(cases)('%s', (_title, facts, kind, labels) => {
    const { outcomes } = compare(list([row(3, { name: known.name, creditCode: code, ...facts })]), [
      known,
    ]);
    expect(outcomes.map((each) => each.class)).toEqual([kind]);
    expect(outcomes[0]?.differences.map(({ label }) => label)).toEqual(labels);
  });

  it.each(['suspended', 'shell', 'dormant', 'duplicateAddress'] as const)(
    'the list says 正常 and somebody saw %s: what was seen stands',
    (status) => {
      const { outcomes } = compare(
        list([row(3, { name: known.name, creditCode: code, status: 'operating' })]),
        [{ ...known, status }],
      );
      expect(outcomes[0]?.class).toBe('same');
    },
  );
  it.each(['deregistered', 'revoked', 'movedAway', 'unknown'] as const)(
    'the list says 正常 and the record says %s: that is a change to be decided',
    (status) => {
      const { outcomes } = compare(
        list([row(3, { name: known.name, creditCode: code, status: 'operating' })]),
        [{ ...known, status }],
      );
      expect(outcomes[0]?.class).toBe('statusChanged');
    },
  );
});

describe('who a row belongs to', () => {
  it('by name where the record has no code, and the code is filled in', () => {
    const code = creditCode(2);
    const { outcomes } = compare(list([row(2, { name: '例甲有限公司', creditCode: code })]), [
      unit('甲'),
    ]);
    expect(outcomes[0]).toMatchObject({ class: 'same', unitId: '甲', fills: { creditCode: code } });
  });
  it.each([
    ['the same name under two codes', '例甲有限公司', [unit('甲', { creditCode: creditCode(9) })]],
    [
      'two records of one name',
      '例甲有限公司',
      [unit('甲'), unit('甲二', { name: '例甲有限公司' })],
    ],
    ['a near name', '例海棠网络科技有限责任公司', [unit('乙', { name: '例海棠网络科技有限公司' })]],
  ])('is left to a person: %s', (_title, name, units) => {
    const { outcomes, counts } = compare(
      list([row(2, { name, creditCode: creditCode(2) })]),
      units,
    );
    expect(outcomes.map((each) => each.class)).toEqual(['pending']);
    expect(outcomes[0]?.candidateIds.length).toBeGreaterThan(0);
    // What it may be is not called gone meanwhile.
    expect(counts.byClass.gone).toBe(0);
    expect(counts.withheld).toBe(units.length);
  });
  it('two records of one code are to be merged first', () => {
    const code = creditCode(3);
    const units = [unit('甲', { creditCode: code }), unit('乙', { creditCode: code })];
    const { outcomes } = compare(list([row(2, { creditCode: code })]), units);
    expect(outcomes[0]).toMatchObject({ class: 'pending', candidateIds: ['乙', '甲'] });
  });
  it('equal rows count once, unequal rows of one code are left to a person', () => {
    const code = creditCode(4);
    const equal = [
      row(2, { creditCode: code, name: 'A' }),
      row(3, { creditCode: code, name: 'A' }),
    ];
    expect(compare(list(equal), []).counts).toMatchObject({ repeated: 1, rowsRead: 2 });
    const unequal = [row(2, { creditCode: code }), row(3, { creditCode: code })];
    expect(compare(list(unequal), []).counts.byClass.pending).toBe(2);
  });
  it('a unit outside the scope, and one that has gone already, is not missing', () => {
    const units = [
      unit('甲'),
      unit('乙', { status: 'deregistered' }),
      unit('丙', { kind: 'foundation' }),
    ];
    const { outcomes } = compare(list([]), units);
    expect(outcomes.map(({ unitId }) => unitId)).toEqual(['甲']);
  });
  it('a row that could not be read does not make its unit missing', () => {
    const unread = [{ place: '表!4', name: '例甲有限公司', creditCode: '', why: '校验码不符' }];
    const { counts } = compare(list([], { unread }), [unit('甲')]);
    expect(counts).toMatchObject({ unread: 1, withheld: 1, rowsRead: 1 });
    expect(counts.byClass.gone).toBe(0);
  });
  it('a firm that the list calls 注销 and nobody has is no 新增', () => {
    const { outcomes } = compare(list([row(2, { status: 'deregistered' })]), []);
    expect(outcomes[0]?.class).toBe('same');
  });
});

describe('what decisions write', () => {
  const code = creditCode(5);
  const known = unit('甲', { creditCode: code, address: '旧址 1 号', areaId: 's1', staff: 12 });
  const foreign = list([
    row(2, { creditCode: code, name: '例新名有限公司', status: 'revoked', address: '新址 2 号' }),
  ]);
  it('gives status, day, evidence and verifier, and keeps the former name', () => {
    const { outcomes } = compare(foreign, [known]);
    const decisions = new Map<string, Decision>([[`uscc:${code}`, { choice: 'accept' }]]);
    const done = applyDecisions(outcomes, decisions, {
      units: [known],
      areas,
      settling: settling(),
    });
    expect(done.changes[0]?.after).toEqual({
      ...known,
      name: '例新名有限公司',
      formerNames: ['例甲有限公司'],
      address: '新址 2 号',
      status: 'revoked',
      statusSince: '2026-11-01',
      statusVerifiedOn: '2026-11-23',
      statusVerifiedBy: '办理员甲',
      statusEvidence: '市场监管部门名单（名单.xlsx，2026-11-01）：表!2',
    });
  });
  it('leaves the differences that were left out', () => {
    const { outcomes } = compare(foreign, [known]);
    const decisions = new Map<string, Decision>([
      [`uscc:${code}`, { choice: 'accept', leaves: ['moved', 'statusChanged'] }],
    ]);
    const done = applyDecisions(outcomes, decisions, {
      units: [known],
      areas,
      settling: settling(),
    });
    expect(done.changes[0]?.after).toMatchObject({ address: '旧址 1 号', status: 'operating' });
  });
  it('a missing unit gets a status and stays in the register', () => {
    const { outcomes } = compare(list([]), [known]);
    const decisions = new Map<string, Decision>([
      ['unit:甲', { choice: 'accept', status: 'movedAway' }],
    ]);
    const done = applyDecisions(outcomes, decisions, {
      units: [known],
      areas,
      settling: settling(),
    });
    expect(done.changes[0]?.after).toMatchObject({
      id: '甲',
      status: 'movedAway',
      statusEvidence: '市场监管部门名单（名单.xlsx，2026-11-01）：名单中没有这家',
    });
    expect(done.changes[0]?.after.retired).toBeUndefined();
  });
  it('a pending row is linked by a person only, and no unit becomes two rows', () => {
    const near = unit('乙', { name: '例海棠网络科技有限公司' });
    const { outcomes } = compare(
      list([
        row(2, { name: '例海棠网络科技有限责任公司', creditCode: code }),
        row(3, { name: '例海棠网络科技公司', creditCode: creditCode(6) }),
      ]),
      [near],
    );
    const [first, second] = outcomes;
    if (first === undefined || second === undefined) throw new Error('two rows expected');
    const accept: Decision = { choice: 'accept', unitId: '乙' };
    const decisions = new Map<string, Decision>([[first.key, accept]]);
    const taken = takenUnits(outcomes, decisions);
    expect(decisionProblem(first, accept, taken)).toBeUndefined();
    expect(decisionProblem(second, accept, taken)).toBe('这家单位已由名单另一行对上');
    expect(decisionProblem(first, { choice: 'accept', unitId: '丁' }, taken)).toBe(
      '只能在列出的单位中认定',
    );
    const done = applyDecisions(outcomes, decisions, {
      units: [near],
      areas,
      settling: settling(),
    });
    expect(done.changes).toHaveLength(1);
    expect(done.changes[0]?.after).toMatchObject({
      name: '例海棠网络科技有限责任公司',
      creditCode: code,
      formerNames: ['例海棠网络科技有限公司'],
    });
  });
  it('不采纳 needs a reason, and the same content is not asked again, other content is', () => {
    const { outcomes } = compare(foreign, [known]);
    const [outcome] = outcomes;
    if (outcome === undefined) throw new Error('one outcome expected');
    expect(decisionProblem(outcome, { choice: 'refuse', reason: ' ' }, new Map())).toBe(
      '不采纳要写明理由',
    );
    const earlier: Reconciliation = {
      id: 'r1',
      fileName: '名单.xlsx',
      source: 'market',
      listedOn: '2026-11-01',
      madeOn: '2026-11-02',
      madeAt: '2026-11-02T01:00:00.000Z',
      madeBy: '办理员甲',
      scope: { kinds: ['enterprise'] },
      rowsRead: 1,
      counts: {},
      lines: [
        {
          key: outcome.key,
          fingerprint: outcome.fingerprint,
          class: outcome.class,
          place: '表!2',
          name: '例新名有限公司',
          words: '',
          choice: 'refuse',
          reason: '上门核实仍在经营',
        },
      ],
    };
    const remembered = rememberedWords([earlier]);
    expect(remembered(outcome)?.reason).toBe('上门核实仍在经营');
    const next = list([row(7, { ...foreign.units[0], place: '表!7', status: 'deregistered' })]);
    const [changed] = compare(next, [known]).outcomes;
    expect(changed === undefined ? '' : remembered(changed)).toBeUndefined();
  });
});

describe('addresses and names', () => {
  it.each([
    ['样例路1号', '演练区样例路１号', true],
    ['样例路1号', '样例路11号', false],
    ['路1号楼201', '路1号楼20', false],
    ['', '样例路1号', true],
  ])('%s and %s: the same is %s', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same);
  });
  it('brackets and dots do not make another name', () => {
    expect(nameKey('例·甲（样例）有限公司')).toBe(nameKey('例甲(样例)有限公司'));
  });
});

/** Small registers and lists that collide on purpose: few names, few codes. */
const codes = Array.from({ length: 6 }, (_, index) => creditCode(index + 20));
const words = ['甲', '乙', '丙', '丁', '海棠网络', '海棠网络科技'];
const anyName = fc.constantFrom(...words).map((word) => `例${word}有限公司`);
const anyCode = fc.option(fc.constantFrom(...codes), { nil: undefined });
const anyStatus = fc.constantFrom('operating', 'deregistered', 'suspended', 'unknown');
const anyUnits = fc
  .array(fc.record({ name: anyName, creditCode: anyCode, status: anyStatus }), { maxLength: 8 })
  .map((units) =>
    units.map((each, index) => {
      const { creditCode: code, ...rest } = each;
      return unit(`u${index}`, { ...rest, ...(code === undefined ? {} : { creditCode: code }) });
    }),
  );
const anyRows = fc
  .array(
    fc.record({
      name: anyName,
      creditCode: anyCode,
      status: fc.option(anyStatus, { nil: undefined }),
      address: fc.option(fc.constantFrom('一路1号', '二路2号'), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map((each, index) => {
      const stated = Object.entries(each).filter(([, value]) => value !== undefined);
      return row(index + 2, Object.fromEntries(stated));
    }),
  );

const seen = (outcomes: ReturnType<typeof compare>['outcomes']) =>
  outcomes
    .map((each) => JSON.stringify([each.key, each.class, each.unitId, each.candidateIds]))
    .sort();

describe('properties of any comparison', () => {
  it('the order of rows and of records does not matter', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, (rows, units) => {
        const forward = compare(list(rows), units);
        const backward = compare(list([...rows].reverse()), [...units].reverse());
        expect(seen(backward.outcomes)).toEqual(seen(forward.outcomes));
        expect(backward.counts).toEqual(forward.counts);
      }),
    );
  });
  it('every row is counted exactly once and every unit is found, missing, withheld or out of scope', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, fc.nat(3), (rows, units, skipped) => {
        const { counts } = compare(list(rows, { skipped }), units);
        const { gone: _gone, ...rest } = counts.byClass;
        const sum = Object.values(rest).reduce((all, count) => all + count, 0);
        expect(sum + counts.repeated + counts.unread + counts.skipped).toBe(counts.rowsRead);
      }),
    );
  });
  it('applying a decision twice changes nothing the second time', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, (rows, units) => {
        const foreign = list(rows);
        const first = compare(foreign, units);
        const accept = new Map<string, Decision>(
          first.outcomes
            .filter((each) => each.class !== 'pending')
            .map((each) => [each.key, { choice: 'accept', status: 'movedAway' } as const]),
        );
        const scene = { areas, settling: settling() };
        const done = applyDecisions(first.outcomes, accept, { ...scene, units });
        const after = new Map(units.map((each) => [each.id, each]));
        for (const change of done.changes) after.set(change.after.id, change.after);
        const nextUnits = [...after.values()];
        expect(nextUnits.length).toBe(units.length + done.created);
        // What was unclear before may be clear now; what was taken over is never asked about again.
        const second = compare(foreign, nextUnits);
        const left = second.outcomes.filter(
          (each) => accept.has(each.key) && each.class !== 'pending',
        );
        expect(left.map((each) => each.class).filter((each) => each !== 'same')).toEqual([]);
        const again = applyDecisions(left, accept, { ...scene, units: nextUnits });
        expect(again.changes).toEqual([]);
      }),
    );
  });
});
