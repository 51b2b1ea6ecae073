import type { Area, Carrier } from '../../../core/records/area';

export const levelWords: Readonly<Record<Area['level'], string>> = {
  district: '区（县）',
  street: '街道（镇、园区）',
  community: '社区（村）',
  grid: '网格',
};

export const carrierWords: Readonly<Record<Carrier['kind'], string>> = {
  building: '楼宇',
  park: '园区',
  commercialDistrict: '商圈',
  specializedMarket: '专业市场',
  street: '街区',
  makerSpace: '众创空间',
};
