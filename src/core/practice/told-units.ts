import { streets, trades } from './names-data';
import type { Trade } from './names-data';
import type { UnitPlan } from './types';

interface ToldUnit {
  readonly name: string;
  readonly street: (typeof streets)[number]['name'];
  readonly suffix: string;
  readonly state: UnitPlan['state'];
  readonly staff: number;
  readonly fullMembers: number;
  readonly label: string;
}

/** Units whose gap the reference pictures tell of; the rest of the district is drawn. */
const told: readonly ToldUnit[] = [
  {
    name: '例未物流有限公司',
    street: '演练经开区',
    suffix: '物流有限公司',
    state: 'worked',
    staff: 142,
    fullMembers: 1,
    label: '讲解：100 人以上无组织',
  },
  {
    name: '样午电子商务有限公司',
    street: '松间街道',
    suffix: '电子商务有限公司',
    state: 'worked',
    staff: 83,
    fullMembers: 0,
    label: '讲解：50 人以上无党员',
  },
  {
    name: '设辛广告有限公司',
    street: '云深街道',
    suffix: '广告有限公司',
    state: 'blank',
    staff: 12,
    fullMembers: 1,
    label: '讲解：工作覆盖空白',
  },
  {
    name: '拟己供应链有限公司',
    street: '云深街道',
    suffix: '供应链有限公司',
    state: 'worked',
    staff: 45,
    fullMembers: 3,
    label: '讲解：应建未建',
  },
  {
    name: '仿甲精密制造有限公司',
    street: '演练经开区',
    suffix: '精密制造有限公司',
    state: 'worked',
    staff: 96,
    fullMembers: 4,
    label: '讲解：应建未建',
  },
];

const fallback: Trade = {
  kind: 'enterprise',
  suffix: '有限公司',
  industry: '商务服务业',
  weight: 0,
};

export function toldUnits(): UnitPlan[] {
  return told.map(({ name, street, suffix, state, staff, fullMembers, label }, serial) => ({
    id: `unit-${String(serial).padStart(6, '0')}`,
    serial,
    name,
    trade: trades.find((trade) => trade.suffix === suffix) ?? fallback,
    street: streets.findIndex((each) => each.name === street),
    community: 0,
    isSite: false,
    state,
    status: 'operating',
    ...(state === 'worked' ? { link: 'liaison' as const } : {}),
    staff,
    fullMembers,
    pipeline: { applicant: 0, activist: 0, developmentTarget: 0, probationaryMember: 0 },
    label,
  }));
}
