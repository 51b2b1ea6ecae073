import { asDay } from '../calendar/calendar-date';
import { birthOnOfId, genderOfId, idCheckCharacter } from '../intake/read-id-number';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { readFact } from './facts';
import { isClosed } from './stage';

const genders = { male: '男', female: '女' } as const;

/** C01: the number itself, and what it says of birth and sex. The number is never repeated in a finding. */
export const checkIdNumber: Check = (context) => {
  const { person, birthOn } = context.facts;
  const id = person?.idNumber?.toUpperCase();
  if (id === undefined || id === '') return [];
  if (/^\d{15}$/.test(id))
    return judge(context, {
      rule: 'C01',
      on: undefined,
      outcome: 'unknown',
      evidence: ['身份证号 15 位旧号'],
      message: '身份证号为 15 位旧号，无法校验，请换填 18 位号码。',
    });
  const born = birthOnOfId(id);
  if (!/^\d{17}[\dX]$/.test(id) || born === undefined)
    return identityFinding(context, '身份证号不是有效的 18 位号码，请核对原件。', [
      '身份证号 位数或出生日期不符',
    ]);
  if (idCheckCharacter(id) !== id[17])
    return identityFinding(context, '身份证号校验码不符，请核对原件。', ['身份证号 校验码不符']);
  const sex = genderOfId(id);
  const found: Finding[] = [];
  if (birthOn !== undefined && !born.startsWith(birthOn))
    found.push(
      ...identityFinding(
        context,
        `登记的出生日期（${birthOn}）与身份证号中的（${born}）不一致，请核对。`,
        [`出生 ${birthOn}`, `身份证号中的出生日期 ${born}`],
      ),
    );
  const typed = person?.gender === undefined ? undefined : genders[person.gender];
  if (typed !== undefined && typed !== sex)
    found.push(
      ...identityFinding(
        context,
        `登记的性别（${typed}）与身份证号（${sex ?? '不详'}）不一致，请核对。`,
        [`性别 ${typed}`, `身份证号中的性别 ${sex ?? '不详'}`],
      ),
    );
  if (found.length > 0) return found;
  return judge(context, {
    rule: 'C01',
    on: undefined,
    outcome: 'clear',
    evidence: ['身份证号 已核'],
    message: '身份证号、出生日期和性别相符。',
  });
};

function identityFinding(
  context: AuditContext,
  message: string,
  evidence: readonly string[],
): readonly Finding[] {
  return judge(context, { rule: 'C01', on: undefined, outcome: 'broken', evidence, message });
}

/** Names are compared without the spaces and dots in which forms differ. */
const plain = (name: string): string => name.replace(/[\s·•．.]/g, '');

/** C03: the name as each paper writes it. */
export const checkNames: Check = (context) => {
  const stated = (context.facts.dossier.papers ?? []).flatMap(({ kind, statedName }) =>
    statedName === undefined || statedName === '' ? [] : [{ kind, name: statedName }],
  );
  const right = context.facts.person?.name ?? stated[0]?.name;
  if (right === undefined) return [];
  return stated.flatMap(({ kind, name }) => {
    const isSame = plain(name) === plain(right);
    return judge(context, {
      rule: 'C03',
      on: undefined,
      outcome: isSame ? 'clear' : 'broken',
      evidence: [`姓名 ${right}`, `${kind}所写 ${name}`],
      message: isSame
        ? `${kind}上的姓名相符。`
        : `${kind}上的姓名“${name}”与“${right}”不一致，请核对原件并说明原因。`,
    });
  });
};

const ended: Readonly<Record<string, string>> = {
  deregistered: '已注销',
  revoked: '已吊销',
  movedAway: '已迁出',
  suspended: '已停业',
  shell: '为空壳单位',
  dormant: '为僵尸单位',
};

/**
 * C05: the unit still works, and where it has no organisation somebody wrote down why this one took the letter. Of
 * a full member today's unit says nothing about the day of the letter.
 */
export const checkUnit: Check = (context) => {
  const { unit, dossier } = context.facts;
  const isOver = isClosed(context.facts) || asDay(dossier.confirmationApprovedOn) !== undefined;
  if (unit === undefined || isOver) return [];
  const on = readFact(context.facts, 'applied');
  const words = ended[unit.status ?? ''];
  const found: Finding[] = [];
  if (words !== undefined) {
    const since = unit.statusSince === undefined ? '' : ` ${unit.statusSince}`;
    found.push(
      ...judge(context, {
        rule: 'C05',
        on,
        outcome: 'broken',
        evidence: [
          `工作单位${words}${since}`,
          ...(on === undefined ? [] : [`递交入党申请书 ${on}`]),
        ],
        message: `工作单位${words}${since === '' ? '' : `（${since.trim()}）`}，请核实本人现工作单位和转接情况。`,
      }),
    );
  }
  if (on !== undefined && unit.hasPartyOrganization === false && dossier.acceptBasis === undefined)
    found.push(
      ...judge(context, {
        rule: 'C05',
        on,
        outcome: 'broken',
        evidence: [`递交入党申请书 ${on}`, '工作单位未建党组织'],
        message:
          '工作单位未建党组织，未写明由哪个党组织、依据什么受理申请（居住地、流动党员党组织等），请补记。',
      }),
    );
  return found;
};
