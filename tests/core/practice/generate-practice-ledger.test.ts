import { describe, expect, it } from 'vitest';
import { checkIdentities, decompose } from '../../../src/core/coverage/decomposition';
import { evaluateCoverage } from '../../../src/core/coverage/evaluate';
import { defaultDefinitions } from '../../../src/core/coverage/thresholds-data';
import { isInColumn, tallyUnits } from '../../../src/core/coverage/tally';
import { baseColumns } from '../../../src/core/coverage/types';
import { computeDeadlines } from '../../../src/core/deadlines/compute-deadlines';
import { factsOf } from '../../../src/core/development/facts';
import { deriveStage } from '../../../src/core/development/stage';
import { creditCheck, fictionalName, idCheck } from '../../../src/core/practice/fictional-identity';
import {
  generatePracticeLedger,
  practiceSettings,
} from '../../../src/core/practice/generate-practice-ledger';
import type { PracticeRecord } from '../../../src/core/practice/types';
import { settingsSchema } from '../../../src/core/records/settings';
import { recordSchemas } from '../../../src/core/records/tables';
import type { RecordOf, TableName } from '../../../src/core/records/tables';

const today = '2026-11-23';
const ledger = [...generatePracticeLedger({ seed: 20261123, today })];

function table<Table extends TableName>(name: Table, from = ledger): RecordOf<Table>[] {
  return from
    .filter((entry): entry is Extract<PracticeRecord, { table: Table }> => entry.table === name)
    .map(({ record }) => record as RecordOf<Table>);
}

const organizations = table('organizations');
const parties = table('partyOrganizations');
const people = table('people');

function repeatedAmong(values: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (value === undefined) continue;
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}

describe('the practice district is a ledger like any other', () => {
  it('every record parses with the schema of its table', () => {
    const broken = ledger.flatMap(({ table: name, record }) => {
      const parsed = recordSchemas[name].safeParse(record);
      return parsed.success ? [] : [`${name} ${record.id}: ${parsed.error.message}`];
    });
    expect(broken).toEqual([]);
  });

  it('its settings parse and say that it is practice', () => {
    expect(settingsSchema.parse(practiceSettings())).toMatchObject({ isPractice: true });
  });

  it('the same seed gives the same district, another seed another one', () => {
    const size = { organizations: 120, people: 300 };
    const make = (seed: number): string =>
      JSON.stringify([...generatePracticeLedger({ seed, today, size })]);
    expect(make(7)).toBe(make(7));
    expect(make(7)).not.toBe(make(8));
  });

  it('no id, credit code or ID number occurs twice', () => {
    expect(repeatedAmong(ledger.map(({ table: name, record }) => `${name}/${record.id}`))).toEqual(
      [],
    );
    expect(repeatedAmong(organizations.map(({ creditCode }) => creditCode))).toEqual([]);
    expect(repeatedAmong(people.map(({ idNumber }) => idNumber))).toEqual([]);
    expect(repeatedAmong(people.map(({ name }) => name))).toEqual([]);
  });

  it('every reference leads to a record that came before it', () => {
    const known = new Set<string>();
    const dangling: string[] = [];
    const need = (id: string | undefined, by: string): void => {
      if (id !== undefined && !known.has(id)) dangling.push(`${by} → ${id}`);
    };
    for (const entry of ledger) {
      const { record } = entry;
      if (entry.table === 'organizations') {
        [entry.record.areaId, entry.record.carrierId, entry.record.serviceCentreId].forEach((id) =>
          need(id, record.id),
        );
      }
      if (entry.table === 'partyOrganizations') {
        need(entry.record.parentId, record.id);
        entry.record.covers?.forEach(({ organizationId }) => need(organizationId, record.id));
      }
      if (entry.table === 'people') {
        need(entry.record.branchId, record.id);
        entry.record.affiliations?.forEach(({ organizationId }) => need(organizationId, record.id));
        entry.record.dossier?.mentors?.forEach(({ personId }) => need(personId, record.id));
      }
      if (entry.table === 'instructors') {
        entry.record.assignments?.forEach(({ organizationId }) => need(organizationId, record.id));
      }
      known.add(record.id);
    }
    expect(dangling).toEqual([]);
  });
});

describe('nobody in it could be anybody', () => {
  it('ID numbers are well formed and of regions that do not exist', () => {
    for (const { idNumber = '', birthOn = '', gender } of people) {
      expect(idNumber).toMatch(/^99\d{15}[\dX]$/);
      expect(idCheck(idNumber.slice(0, 17))).toBe(idNumber.at(17));
      expect(idNumber.slice(6, 14)).toBe(birthOn.replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2 === 1 ? 'male' : 'female').toBe(gender);
    }
  });

  it('credit codes are well formed and of region 990101', () => {
    for (const { creditCode = '' } of organizations) {
      expect(creditCode.slice(2, 8)).toBe('990101');
      expect(creditCheck(creditCode.slice(0, 17))).toBe(creditCode.at(17));
    }
  });

  it('a known credit code keeps its known check character', () => {
    // 91350199MAPBTRF34F is the first unit of the sample sheet F09.
    expect(creditCheck('91350199MAPBTRF34')).toBe('F');
    expect(idCheck('99010119980312001')).toBe('7');
  });

  it('phones cannot be dialled and names say that they are samples', () => {
    for (const { phone = '', name } of people) {
      expect(phone).toMatch(/^000\d{8}$/);
      expect(name).toMatch(/^[测样例试拟仿设虚练演范模]/);
    }
    expect(fictionalName(0)).toBe('测甲甲');
  });
});

describe('the district is believable', () => {
  const records = {
    organizations,
    partyOrganizations: parties,
    instructors: table('instructors'),
    areas: table('areas'),
  };
  const evaluation = evaluateCoverage(records, today, defaultDefinitions);
  const percent = (id: string): number =>
    evaluation.indicators.find((indicator) => indicator.id === id)?.percent ?? 0;

  it('about 64 % of legal units are organised, about 95 % reached, and some sites are not', () => {
    expect(Math.abs(percent('organizationCoverage') - 64.2)).toBeLessThan(2);
    expect(Math.abs(percent('workCoverage') - 95.5)).toBeLessThan(1.5);
    expect(percent('shouldBuildRate')).toBeGreaterThan(93);
    expect(percent('siteWorkCoverage')).toBeGreaterThan(80);
    expect(percent('siteWorkCoverage')).toBeLessThan(100);
  });

  it('the accounting identity holds in every street and column', () => {
    const streets = table('areas').filter(({ level }) => level === 'street');
    for (const { id } of streets) {
      for (const column of [...baseColumns, 'legal'] as const) {
        const units = evaluation.units.filter(
          (unit) => unit.areaId === id && isInColumn(unit, column),
        );
        expect(checkIdentities(decompose(tallyUnits(units, defaultDefinitions)))).toEqual([]);
      }
    }
  });

  it('members never outnumber staff, and a joint branch covers two to five units but for the told one', () => {
    for (const { members, staff } of organizations) {
      if (members !== undefined && staff !== undefined) expect(members).toBeLessThanOrEqual(staff);
    }
    const wide = evaluation.gaps.filter(({ rule }) => rule === 'ORG-UNION-5');
    expect(wide).toMatchObject([{ figure: '覆盖 7 家' }]);
  });

  it('full members listed as people are those their units count', () => {
    const listed = people.filter(({ declaredStage }) => declaredStage === 'fullMember').length;
    const counted = organizations.reduce(
      (sum, { members = 0, probationaryMembers = 0 }) => sum + members - probationaryMembers,
      0,
    );
    expect(Math.abs(listed - counted) / listed).toBeLessThan(0.02);
  });

  it('one term is overdue and several end within half a year', () => {
    const terms = evaluation.gaps.filter(({ rule }) => rule.startsWith('TERM-'));
    expect(terms.filter(({ status }) => status === 'open')).toMatchObject([
      { subjectId: 'party-told-02', dueOn: '2026-11-15' },
    ]);
    expect(terms.filter(({ status }) => status === 'dueSoon').length).toBeGreaterThan(3);
  });

  it('246 people are under way, in the stages the reference pictures show', () => {
    const stages = people.map((person) => deriveStage(factsOf(person)).stage);
    const count = (stage: string): number => stages.filter((each) => each === stage).length;
    expect(people).toHaveLength(5000);
    expect(['applicant', 'activist', 'developmentTarget', 'probationaryMember'].map(count)).toEqual(
      [64, 118, 23, 41],
    );
  });

  it('its home page opens with three people late, four due this week, twelve within thirty days', () => {
    const due = people.flatMap((person) =>
      computeDeadlines(factsOf(person), { today })
        .filter(({ isOpen, bound, days = 99 }) => isOpen && (bound === 'noLaterThan' || days >= 0))
        .map(({ on = '' }) => ({ name: person.name, on })),
    );
    const names = (from: string, until: string): string[] =>
      due
        .filter(({ on }) => on >= from && on <= until)
        .map(({ name }) => name)
        .sort();
    expect(names('2000-01-01', '2026-11-22')).toEqual(['练五', '例二', '样四'].sort());
    expect(names(today, '2026-11-29')).toEqual(['拟六', '仿七', '测一', '设八'].sort());
    expect(names('2026-11-30', '2026-12-23')).toHaveLength(12);
  });

  it('the rider stands where product.md says', () => {
    const rider = people.find(({ name }) => name === '测一');
    expect(rider).toMatchObject({
      idNumber: '990101199803120017',
      branchId: 'party-told-01',
      dossier: { meeting: { on: '2026-08-27', should: 9, present: 8, yes: 8 } },
      label: '讲解：骑手测一',
    });
  });

  it('no fact lies in the future', () => {
    const late = people.filter(({ dossier }) =>
      [...JSON.stringify({ ...dossier, printedProbation: null }).matchAll(/\d{4}-\d\d-\d\d/g)].some(
        ([day]) => day > today,
      ),
    );
    expect(late.map(({ name }) => name)).toEqual([]);
  });
});
