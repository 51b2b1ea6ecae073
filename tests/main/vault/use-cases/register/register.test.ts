import { afterEach, describe, expect, it } from 'vitest';
import type { DuplicateHitView } from '../../../../../src/contract/register';
import { listHistory, undo } from '../../../../../src/main/vault/use-cases/history';
import {
  getOrganization,
  saveOrganization,
} from '../../../../../src/main/vault/use-cases/organizations';
import {
  commitBulk,
  previewBulk,
} from '../../../../../src/main/vault/use-cases/register/bulk-edit';
import { findDuplicates } from '../../../../../src/main/vault/use-cases/register/duplicates';
import type { VaultInput } from '../../../../../src/contract/channels';
import { commitMerge, previewMerge } from '../../../../../src/main/vault/use-cases/register/merge';
import {
  areaTree,
  listCarriers,
  retireArea,
  saveArea,
  saveCarrier,
} from '../../../../../src/main/vault/use-cases/register/places';
import { splitOrganization } from '../../../../../src/main/vault/use-cases/register/split';
import type { Organization } from '../../../../../src/core/records/organization';
import { creditCode, idNumber } from '../../../../support/raw-sheet';
import type { CalendarDate } from '../../../../../src/core/calendar/calendar-date';
import { getPerson } from '../../../../../src/main/vault/use-cases/person-view';
import { coverageOverview } from '../../../../../src/main/vault/use-cases/coverage';
import { listOrganizations } from '../../../../../src/main/vault/use-cases/organization-list';
import {
  openTestDesk,
  valueOf,
  type SeedRecord,
  type TestDesk,
} from '../../../../support/desk-kit';

function unit(id: string, facts: Partial<Organization> = {}): SeedRecord {
  return {
    table: 'organizations',
    record: { id, name: `例${id}有限公司`, kind: 'enterprise', status: 'operating', ...facts },
  };
}

const district: readonly SeedRecord[] = [
  { table: 'areas', record: { id: 's1', name: '样松街道', level: 'street' } },
  { table: 'areas', record: { id: 's2', name: '样竹街道', level: 'street' } },
  { table: 'areas', record: { id: 'c1', name: '样松一社区', level: 'community', parentId: 's1' } },
  { table: 'carriers', record: { id: 'k1', name: '样例大厦', kind: 'building', areaId: 's1' } },
  unit('unit-a', { areaId: 's1', staff: 40, creditCode: creditCode(1), carrierId: 'k1' }),
  unit('unit-b', { areaId: 'c1', staff: 38, members: 3, head: { phone: '000-1' } }),
  unit('unit-c', { areaId: 's2', headquartersId: 'unit-b' }),
  {
    table: 'partyOrganizations',
    record: {
      id: 'party-1',
      name: '样例联合党支部',
      level: 'branch',
      form: 'joint',
      covers: [
        { organizationId: 'unit-a', from: '2025-01-01' },
        { organizationId: 'unit-b', from: '2024-01-01' },
      ],
    },
  },
  {
    table: 'instructors',
    record: {
      id: 'guide-1',
      name: '测指导',
      kind: 'instructor',
      assignments: [{ organizationId: 'unit-b' }],
      visits: [{ organizationId: 'unit-b', on: '2026-10-01' }],
    },
  },
  {
    table: 'gapTasks',
    record: { id: 'task-1', rule: 'ORG-3', organizationId: 'unit-b', owner: '办理员甲' },
  },
  {
    table: 'people',
    record: {
      id: 'person-1',
      name: '测一一',
      idNumber: idNumber('1990-01-01', 1),
      phone: '19900000001',
      affiliations: [{ kind: 'work', organizationId: 'unit-b' }],
    },
  },
  {
    table: 'people',
    record: { id: 'person-2', name: '测一一', phone: '19900000001', position: '样例岗位' },
  },
];

const open: TestDesk[] = [];
async function desk() {
  const made = await openTestDesk(district);
  open.push(made);
  return made.desk;
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

describe('merging two units', () => {
  const input: VaultInput<'merge.preview'> = {
    subject: 'organization',
    keptId: 'unit-a',
    droppedId: 'unit-b',
    takes: [],
  };

  it('says beforehand what differs, what moves along and what the figures become', async () => {
    const here = await desk();
    const before = here.ledger.sequence;
    const preview = valueOf(previewMerge(here, input));
    expect(preview.references).toEqual([
      { words: '单位', count: 1 },
      { words: '党组织', count: 1 },
      { words: '人员', count: 1 },
      { words: '党建指导员', count: 1 },
      { words: '缺口任务', count: 1 },
    ]);
    expect(preview.fields.find(({ label }) => label === '从业人员')).toMatchObject({
      kept: '40',
      dropped: '38',
      isConflict: true,
    });
    expect(preview.indicators[0]).toMatchObject({
      before: { numerator: 2, denominator: 3 },
      after: { numerator: 1, denominator: 2 },
    });
    // The phone of a head is a number of a person: said to be there, not shown.
    expect(JSON.stringify(preview)).not.toContain('000-1');
    expect(here.ledger.sequence).toBe(before);
  });

  it('moves every reference in one change, keeps both histories, and one undo restores both', async () => {
    const here = await desk();
    valueOf(saveOrganization(here, { id: 'unit-b', patch: { staff: 37 }, clears: [] }));
    const { changeId } = valueOf(commitMerge(here, { ...input, takes: ['name'] }));
    const { reference } = here;
    expect(reference.organizations.get('unit-b')).toBeUndefined();
    expect(here.read('organizations', 'unit-b')?.retired).toEqual({
      on: '2026-11-23',
      reason: '并入 例unit-a有限公司',
      intoId: 'unit-a',
    });
    expect(reference.organizations.get('unit-a')).toMatchObject({
      name: '例unit-b有限公司',
      formerNames: ['例unit-a有限公司'],
      staff: 40,
      members: 3,
    });
    expect(reference.organizations.get('unit-c')?.headquartersId).toBe('unit-a');
    expect(reference.partyOrganizations.get('party-1')?.covers).toEqual([
      { organizationId: 'unit-a', from: '2024-01-01' },
    ]);
    expect(reference.instructors.get('guide-1')?.visits?.[0]?.organizationId).toBe('unit-a');
    expect(reference.gapTasks.get('task-1')?.organizationId).toBe('unit-a');
    expect(here.read('people', 'person-1')?.affiliations?.[0]?.organizationId).toBe('unit-a');
    const titles = valueOf(
      listHistory(here, { table: 'organizations', recordId: 'unit-a', limit: 9 }),
    ).map(({ title }) => title);
    expect(titles).toEqual(['合并重复单位', '保存单位', 'test.fill']);
    expect(valueOf(getOrganization(here, { id: 'unit-b' })).record.retired?.intoId).toBe('unit-a');
    const again = previewMerge(here, input);
    expect(again.ok).toBe(false);

    valueOf(undo(here, { changeId }));
    expect(here.reference.organizations.get('unit-b')?.staff).toBe(37);
    expect(here.reference.partyOrganizations.get('party-1')?.covers).toHaveLength(2);
  });
});

describe('merging two people', () => {
  it('fills blanks and leaves the one that goes readable', async () => {
    const here = await desk();
    const merge: VaultInput<'merge.preview'> = {
      subject: 'person',
      keptId: 'person-1',
      droppedId: 'person-2',
      takes: [],
    };
    const preview = valueOf(previewMerge(here, merge));
    expect(JSON.stringify(preview)).not.toContain('19900000001');
    valueOf(commitMerge(here, merge));
    expect(here.read('people', 'person-1')?.position).toBe('样例岗位');
    expect(here.read('people', 'person-2')?.retired?.intoId).toBe('person-1');
    // Its page still opens, and says where it went.
    expect(valueOf(getPerson(here, { id: 'person-2' })).record.retired?.intoId).toBe('person-1');
  });
});

describe('the warning while typing', () => {
  const asked = async (question: Partial<Parameters<typeof findDuplicates>[1]>) => {
    const here = await desk();
    const typed = {
      subject: 'organization',
      name: '',
      number: '',
      phone: '',
      ...question,
    } as const;
    return valueOf(findDuplicates(here, typed)).map(({ sign, title }: DuplicateHitView) => [
      sign,
      title,
    ]);
  };
  it.each([
    [{ number: creditCode(1) }, [['creditCode', '例unit-a有限公司']]],
    [{ name: '例unit-b有限公司' }, [['name', '例unit-b有限公司']]],
    [{ phone: '0001' }, [['phone', '例unit-b有限公司']]],
    [
      { subject: 'person' as const, name: '测一一', phone: '19900000001' },
      [
        ['phone', '测一一'],
        ['phone', '测一一'],
      ],
    ],
    [
      { subject: 'person' as const, number: idNumber('1990-01-01', 1), id: 'person-2' },
      [['idNumber', '测一一']],
    ],
  ])('%j', async (question, hits) => {
    expect(await asked(question)).toEqual(hits);
  });
});

describe('bulk edit', () => {
  it('previews and writes one change with the effect on every figure', async () => {
    const here = await desk();
    const input = {
      selection: { filter: { areaId: 's1' } },
      patch: { status: 'suspended', statusEvidence: '样例走访记录' },
      instructorId: 'guide-1',
    } as const;
    const preview = valueOf(previewBulk(here, input));
    expect(preview).toMatchObject({ selected: 2, changed: 2 });
    expect(preview.rows[0]?.words).toContain('状态：正常 → 停业');
    expect(preview.indicators[0]).toMatchObject({
      before: { denominator: 3 },
      after: { denominator: 1 },
    });
    const { changeId } = valueOf(commitBulk(here, input));
    expect(here.coverage().indicators[0]).toMatchObject(preview.indicators[0]?.after ?? {});
    expect(here.reference.organizations.get('unit-a')).toMatchObject({
      status: 'suspended',
      statusSince: '2026-11-23',
      statusEvidence: '样例走访记录',
    });
    // Sent once more only to the unit that did not have him.
    expect(here.reference.instructors.get('guide-1')?.assignments).toHaveLength(2);
    expect(commitBulk(here, input).ok).toBe(false);
    valueOf(undo(here, { changeId }));
    expect(here.reference.organizations.get('unit-a')?.status).toBe('operating');
  });
});

describe('splitting a unit', () => {
  it('divides the numbers and begins the new unit on its day; earlier days stay as they were', async () => {
    const here = await desk();
    const { founded } = valueOf(
      splitOrganization(here, {
        id: 'unit-b',
        on: '2026-06-01',
        reason: '例登记〔2026〕1 号',
        name: '例分出有限公司',
        creditCode: creditCode(9),
        counts: { staff: 8 },
        covers: [],
      }),
    );
    expect(here.reference.organizations.get('unit-b')?.staff).toBe(30);
    expect(here.reference.organizations.get(founded)).toMatchObject({
      staff: 8,
      splitFromId: 'unit-b',
    });
    expect(here.coverage('2026-05-31').tallies.legal.units).toBe(3);
    expect(here.coverage().tallies.legal.units).toBe(4);
    // Nobody was asked to cover it: the branch stays with the old unit alone.
    expect(here.coverage().states.get(founded)).toBe('blank');
    expect(here.coverage().states.get('unit-b')).toBe('joint');
  });

  it('the branch chosen covers the new unit from its first day; one that is the old unit’s own does not', async () => {
    const here = await desk();
    const input: VaultInput<'organizations.split'> = {
      id: 'unit-b',
      on: '2026-06-01',
      ...{ reason: '例登记〔2026〕1 号', name: '例分出有限公司' },
      ...{ creditCode: '', counts: { staff: 8 }, covers: ['party-1'] },
    };
    const { founded, changeId } = valueOf(splitOrganization(here, input));
    expect(here.reference.partyOrganizations.get('party-1')?.covers?.at(-1)).toEqual({
      organizationId: founded,
      from: '2026-06-01',
    });
    expect(here.coverage().states.get(founded)).toBe('joint');
    expect(here.coverage('2026-05-31').tallies.legal.joint).toBe(2);
    valueOf(undo(here, { changeId }));
    expect(here.reference.partyOrganizations.get('party-1')?.covers).toHaveLength(2);

    const party = here.reference.partyOrganizations.get('party-1');
    const after = { ...party, form: 'own' } as never;
    const changes = [{ table: 'partyOrganizations', id: 'party-1', before: party as never, after }];
    valueOf(here.commit({ action: 'test', changes }));
    const refused = splitOrganization(here, input);
    expect(refused.ok ? '' : refused.failure.message).toContain('先改建为联合党支部');
    const stranger = splitOrganization(here, { ...input, covers: ['party-9'] });
    expect(stranger.ok ? '' : stranger.failure.message).toContain('没有覆盖原单位');
  });
});

describe('an area merged into another from a day on (撤并)', () => {
  const unitsOf = (here: TestDesk['desk'], areaId: string, asOf?: CalendarDate) => {
    const { heat } = valueOf(coverageOverview(here, asOf === undefined ? {} : { asOf }));
    const cell = heat.cells.find((each) => each.areaId === areaId && each.column === 'legal');
    return cell?.denominator;
  };

  it('counts under the other one from then on; the days before keep it, and undo brings it back', async () => {
    const here = await desk();
    const input = {
      id: 's1',
      on: '2026-07-01',
      reason: '例政发〔2026〕3 号',
      intoId: 's2',
    } as const;
    const { changeId } = valueOf(retireArea(here, input));
    expect([unitsOf(here, 's1'), unitsOf(here, 's2')]).toEqual([undefined, 3]);
    expect([unitsOf(here, 's1', '2026-06-30'), unitsOf(here, 's2', '2026-06-30')]).toEqual([2, 1]);
    expect(unitsOf(here, 's2', '2026-07-01')).toBe(3);
    // Lists behind the figures follow the day as well; no unit was touched.
    const listed = (areaId: string, asOf?: CalendarDate) =>
      valueOf(
        listOrganizations(here, {
          filter: { areaId, ...(asOf === undefined ? {} : { asOf }) },
          sort: { by: 'name', descending: false },
          range: { offset: 0, limit: 60 },
        }),
      ).total;
    expect([listed('s2'), listed('s2', '2026-06-30'), listed('s1', '2026-06-30')]).toEqual([
      3, 1, 2,
    ]);
    expect(here.reference.organizations.get('unit-b')?.areaId).toBe('c1');
    expect(valueOf(getOrganization(here, { id: 'unit-b' })).areaName).toBe('样竹街道');
    const tree = valueOf(areaTree(here));
    expect(tree.map(({ name, depth, units }) => [name, depth, units])).toEqual([
      ['样竹街道', 0, 3],
      ['样松一社区', 1, 1],
    ]);
    // Another name moves nothing, in the past either.
    const community = tree.find(({ id }) => id === 'c1');
    const { id = '', code = '', parentId = '' } = community ?? {};
    valueOf(saveArea(here, { id, code, level: 'community', parentId, name: '样松新社区' }));
    expect(unitsOf(here, 's1', '2026-06-30')).toBe(2);
    valueOf(undo(here, { changeId }));
    expect([unitsOf(here, 's1'), unitsOf(here, 's2')]).toEqual([2, 1]);
  });

  it.each([
    [{ on: '2026-11-24' }, '不能晚于今天'],
    [{ intoId: 'c1' }, '自己或自己的下级'],
    [{ intoId: 'gone' }, '已经停用'],
    [{ reason: ' ' }, '原因'],
  ] as const)('is refused where it cannot be so: %j', async (wrong, words) => {
    const here = await desk();
    const input = { id: 's1', on: '2026-07-01', reason: '例', intoId: 's2', ...wrong } as const;
    const refused = retireArea(here, input);
    expect(refused.ok ? '' : refused.failure.message).toContain(words);
  });
});

describe('areas and carriers', () => {
  it('are a tree with their units, and what is in use is not retired', async () => {
    const here = await desk();
    expect(valueOf(areaTree(here)).map(({ name, depth, units }) => [name, depth, units])).toEqual([
      ['样松街道', 0, 2],
      ['样松一社区', 1, 1],
      ['样竹街道', 0, 1],
    ]);
    const refused = retireArea(here, { id: 's1', on: here.today, reason: '并街' });
    expect(refused.ok ? '' : refused.failure.message).toContain('先移走');
    const loop = saveArea(here, {
      id: 's1',
      name: '样松街道',
      code: '',
      level: 'street',
      parentId: 'c1',
    });
    expect(loop.ok).toBe(false);
    const { id } = valueOf(
      saveArea(here, { name: '样松二社区', code: '', level: 'community', parentId: 's1' }),
    );
    valueOf(retireArea(here, { id, on: here.today, reason: '登记错误' }));
    expect(here.read('areas', id)?.retired?.reason).toBe('登记错误');
    valueOf(saveCarrier(here, { name: '样例园区', kind: 'park', areaId: 's2' }));
    expect(valueOf(listCarriers(here))).toMatchObject([
      { name: '样例大厦', areaName: '样松街道', units: 1, joint: 1 },
      { name: '样例园区', areaName: '样竹街道', units: 0 },
    ]);
  });
});
