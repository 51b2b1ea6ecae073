import { addDays, deadline } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganizationForm } from '../records/party-organization';
import type { streets } from './names-data';

/** A branch the told cases belong to (product.md §1 and the reference pictures). */
export interface ToldBranch {
  readonly id: string;
  readonly name: string;
  readonly street: (typeof streets)[number]['name'];
  readonly form: PartyOrganizationForm;
  readonly units: number;
  readonly lastElectedOn: (today: CalendarDate) => CalendarDate;
  readonly label?: string;
}

const daysAgo = (days: number) => (today: CalendarDate) => addDays(today, -days);
/** The term ended `days` ago: three years before that day it was elected. */
const overdueBy = (days: number) => (today: CalendarDate) => deadline(addDays(today, -days), -36);

export const toldBranches: readonly ToldBranch[] = [
  {
    id: 'party-told-01',
    name: '环岛商圈街区党支部',
    street: '云深街道',
    form: 'market',
    units: 3,
    lastElectedOn: daysAgo(610),
  },
  {
    id: 'party-told-02',
    name: '云深商圈联合党支部',
    street: '云深街道',
    form: 'joint',
    units: 4,
    lastElectedOn: overdueBy(8),
    label: '讲解：届满未换届',
  },
  {
    id: 'party-told-03',
    name: '云汀市场党支部',
    street: '云深街道',
    form: 'market',
    units: 3,
    lastElectedOn: daysAgo(400),
  },
  {
    id: 'party-told-04',
    name: '河岸园区联合党支部',
    street: '柳外街道',
    form: 'joint',
    units: 4,
    lastElectedOn: daysAgo(520),
  },
  {
    id: 'party-told-05',
    name: '书院路商圈党支部',
    street: '竹里街道',
    form: 'market',
    units: 3,
    lastElectedOn: daysAgo(300),
  },
  {
    id: 'party-told-06',
    name: '骑手驿站党支部',
    street: '竹里街道',
    form: 'floating',
    units: 2,
    lastElectedOn: daysAgo(200),
  },
  {
    id: 'party-told-07',
    name: '云栈物流联合党支部',
    street: '松间街道',
    form: 'joint',
    units: 4,
    lastElectedOn: daysAgo(450),
  },
  {
    id: 'party-told-08',
    name: '快递网点联合党支部',
    street: '松间街道',
    form: 'floating',
    units: 2,
    lastElectedOn: daysAgo(350),
  },
  {
    id: 'party-told-09',
    name: '东里商圈联合党支部',
    street: '松间街道',
    form: 'joint',
    units: 3,
    lastElectedOn: daysAgo(700),
  },
  {
    id: 'party-told-10',
    name: '中街商圈党支部',
    street: '石上街道',
    form: 'market',
    units: 3,
    lastElectedOn: daysAgo(260),
  },
  {
    id: 'party-told-11',
    name: '试申市场联合党支部',
    street: '石上街道',
    form: 'joint',
    units: 7,
    lastElectedOn: daysAgo(500),
    label: '讲解：联合超 5 个单位',
  },
  {
    id: 'party-told-12',
    name: '试丁软件党支部',
    street: '演练经开区',
    form: 'joint',
    units: 2,
    lastElectedOn: daysAgo(330),
  },
  {
    id: 'party-told-13',
    name: '物流联合党支部',
    street: '演练经开区',
    form: 'joint',
    units: 3,
    lastElectedOn: daysAgo(480),
  },
  {
    id: 'party-told-14',
    name: '桥头街区党支部',
    street: '溪桥街道',
    form: 'market',
    units: 2,
    lastElectedOn: daysAgo(390),
  },
];
