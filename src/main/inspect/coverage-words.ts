import { organizationKinds, organizationStatuses } from '../../core/records/organization';
import type { OrganizationKind, OrganizationStatus } from '../../core/records/organization';
import {
  partyOrganizationForms,
  partyOrganizationLevels,
} from '../../core/records/party-organization';
import type {
  PartyOrganizationForm,
  PartyOrganizationLevel,
} from '../../core/records/party-organization';

/** Words and codes people write for our identifiers; the identifiers themselves are always accepted. */
function reader<Word extends string>(
  identifiers: readonly Word[],
  words: Readonly<Record<string, Word>>,
): (text: string) => Word | undefined {
  const table = new Map<string, Word>(identifiers.map((word) => [word.toLowerCase(), word]));
  for (const [text, word] of Object.entries(words)) table.set(text.toLowerCase(), word);
  return (text) => table.get(text.normalize('NFKC').trim().toLowerCase());
}

export const readKind = reader<OrganizationKind>(organizationKinds, {
  NFE: 'enterprise',
  非公企业: 'enterprise',
  非公有制企业: 'enterprise',
  企业: 'enterprise',
  SELF: 'soleTrader',
  个体工商户: 'soleTrader',
  个体: 'soleTrader',
  SO: 'socialGroup',
  社会组织: 'socialGroup',
  社会团体: 'socialGroup',
  基金会: 'foundation',
  民办非企业单位: 'socialServiceBody',
  民办非企业: 'socialServiceBody',
  社会服务机构: 'socialServiceBody',
  民非: 'socialServiceBody',
  社团: 'socialGroup',
  协会: 'socialGroup',
  商会: 'socialGroup',
  行业协会: 'socialGroup',
  行业协会商会: 'socialGroup',
  私营企业: 'enterprise',
  民营企业: 'enterprise',
  律所: 'lawFirm',
  新就业群体: 'deliverySite',
  站点: 'deliverySite',
  PRO: 'otherProfessionalFirm',
  专业服务机构: 'otherProfessionalFirm',
  律师事务所: 'lawFirm',
  会计师事务所: 'accountingFirm',
  税务师事务所: 'taxFirm',
  NEG: 'deliverySite',
  新就业站点: 'deliverySite',
  快递网点: 'courierOutlet',
  外卖站点: 'deliverySite',
  网约车公司: 'rideHailingFleet',
  网约车车队: 'rideHailingFleet',
  货运公司: 'freightSite',
  物流园: 'freightSite',
  直播机构: 'streamingAgency',
  MCN: 'streamingAgency',
});

const exactStatus = reader<OrganizationStatus>(organizationStatuses, {
  normal: 'operating',
  active: 'operating',
  正常: 'operating',
  存续: 'operating',
  在营: 'operating',
  开业: 'operating',
  在业: 'operating',
  正常经营: 'operating',
  营业: 'operating',
  closed: 'deregistered',
  注销登记: 'deregistered',
  已注销: 'deregistered',
  已吊销: 'revoked',
  撤销: 'revoked',
  已停业: 'suspended',
  停产: 'suspended',
  停业停产: 'suspended',
  迁移: 'movedAway',
  外迁: 'movedAway',
  空壳企业: 'shell',
  僵尸企业: 'dormant',
  一企多照: 'duplicateAddress',
  停业: 'suspended',
  歇业: 'suspended',
  注销: 'deregistered',
  吊销: 'revoked',
  迁出: 'movedAway',
  空壳: 'shell',
  僵尸: 'dormant',
  一照多址: 'duplicateAddress',
});

/** Longer sayings (已注销登记, 正常运营中) by the word that decides; what ends a unit outranks 正常. */
const decidingWords: readonly (readonly [string, OrganizationStatus])[] = [
  ['注销', 'deregistered'],
  ['吊销', 'revoked'],
  ['停业', 'suspended'],
  ['停产', 'suspended'],
  ['歇业', 'suspended'],
  ['迁', 'movedAway'],
  ['空壳', 'shell'],
  ['僵尸', 'dormant'],
  ['一照', 'duplicateAddress'],
  ['正常', 'operating'],
  ['存续', 'operating'],
  ['运营', 'operating'],
  ['在营', 'operating'],
];

export function readStatus(text: string): OrganizationStatus | undefined {
  return exactStatus(text) ?? decidingWords.find(([word]) => text.includes(word))?.[1];
}

export const readForm = reader<PartyOrganizationForm>(partyOrganizationForms, {
  sole: 'own',
  单独: 'own',
  单独组建: 'own',
  单独建立: 'own',
  联合: 'joint',
  联合组建: 'joint',
  联合建立: 'joint',
  联合党支部: 'joint',
  联合支部: 'joint',
  区域: 'regional',
  区域性: 'regional',
  行业: 'industry',
  行业性: 'industry',
  楼宇: 'building',
  市场: 'market',
  商圈: 'market',
  市场商圈: 'market',
  功能型: 'functional',
  临时: 'temporary',
  流动: 'floating',
  流动党员: 'floating',
  流动党员党支部: 'floating',
});

export const readLevel = reader<PartyOrganizationLevel>(partyOrganizationLevels, {
  党工委: 'workCommittee',
  工委: 'workCommittee',
  党委: 'committee',
  基层党委: 'committee',
  总支: 'generalBranch',
  党总支: 'generalBranch',
  总支部: 'generalBranch',
  支部: 'branch',
  党支部: 'branch',
  党小组: 'group',
  小组: 'group',
});
