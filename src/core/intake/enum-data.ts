/** A closed list: what the ledger keeps, and other ways people write it. */
export interface EnumDefinition {
  readonly values: readonly string[];
  readonly synonyms: Readonly<Record<string, string>>;
}

const ethnicGroups =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  );

export const enumDefinitions = {
  gender: { values: ['男', '女'], synonyms: { 男性: '男', 女性: '女' } },
  ethnicity: {
    values: [...ethnicGroups.map((group) => `${group}族`), '其他', '外国血统中国籍人士'],
    synonyms: Object.fromEntries(ethnicGroups.map((group) => [group, `${group}族`])),
  },
  yesNo: {
    values: ['是', '否'],
    synonyms: {
      有: '是',
      无: '否',
      没有: '否',
      Y: '是',
      N: '否',
      y: '是',
      n: '否',
      已建: '是',
      未建: '否',
      已建立: '是',
      未建立: '否',
      已组建: '是',
      未组建: '否',
      不是: '否',
    },
  },
  politicalStatus: {
    values: [
      '中共党员',
      '中共预备党员',
      '共青团员',
      '群众',
      '民革党员',
      '民盟盟员',
      '民建会员',
      '民进会员',
      '农工党党员',
      '致公党党员',
      '九三学社社员',
      '台盟盟员',
      '无党派人士',
    ],
    synonyms: {
      党员: '中共党员',
      正式党员: '中共党员',
      中共正式党员: '中共党员',
      中国共产党党员: '中共党员',
      预备党员: '中共预备党员',
      中国共产党预备党员: '中共预备党员',
      团员: '共青团员',
      中国共产主义青年团团员: '共青团员',
      无党派: '无党派人士',
      普通群众: '群众',
    },
  },
  stage: {
    values: ['入党申请人', '入党积极分子', '发展对象', '预备党员', '正式党员'],
    synonyms: {
      申请人: '入党申请人',
      申请入党: '入党申请人',
      积极分子: '入党积极分子',
      拟发展对象: '发展对象',
      中共预备党员: '预备党员',
      中共党员: '正式党员',
      党员: '正式党员',
    },
  },
  operatingStatus: {
    values: ['正常', '停业', '注销', '吊销', '迁出', '空壳', '僵尸', '一照多址'],
    synonyms: {
      正常经营: '正常',
      正常运营: '正常',
      经营: '正常',
      在营: '正常',
      在业: '正常',
      存续: '正常',
      开业: '正常',
      '存续(在营、开业、在册)': '正常',
      歇业: '停业',
      停产: '停业',
      已停业: '停业',
      已注销: '注销',
      已吊销: '吊销',
      已迁出: '迁出',
      迁移: '迁出',
      空壳企业: '空壳',
      僵尸企业: '僵尸',
    },
  },
  partyOrganizationForm: {
    values: [
      '单独组建',
      '联合组建',
      '区域组建',
      '行业组建',
      '楼宇组建',
      '市场商圈组建',
      '功能型',
      '临时',
      '流动党员党支部',
    ],
    synonyms: {
      单独: '单独组建',
      单独建立: '单独组建',
      单建: '单独组建',
      独立组建: '单独组建',
      单独支部: '单独组建',
      单独党支部: '单独组建',
      联合: '联合组建',
      联合建立: '联合组建',
      联建: '联合组建',
      联合支部: '联合组建',
      联合党支部: '联合组建',
      区域性: '区域组建',
      区域联建: '区域组建',
      行业性: '行业组建',
      行业联建: '行业组建',
      楼宇性: '楼宇组建',
      市场商圈: '市场商圈组建',
      功能型党组织: '功能型',
      临时党组织: '临时',
      临时党支部: '临时',
    },
  },
  employment: { values: ['专职', '兼职'], synonyms: { 专任: '专职', 兼任: '兼职' } },
  workerGroup: {
    values: ['快递员', '外卖配送员', '网约车司机', '货车司机', '网络主播', '其他'],
    synonyms: {
      快递小哥: '快递员',
      快递: '快递员',
      网约配送员: '外卖配送员',
      外卖骑手: '外卖配送员',
      外卖小哥: '外卖配送员',
      骑手: '外卖配送员',
      网约车: '网约车司机',
      卡车司机: '货车司机',
      主播: '网络主播',
      直播: '网络主播',
    },
  },
} as const satisfies Record<string, EnumDefinition>;

export type EnumName = keyof typeof enumDefinitions;

/** Operating states in which a unit counts as a real, running one (rules §4.2). */
export const operatingValue = '正常';
/** Forms of an own organisation and of one shared with other units. */
export const ownForm = '单独组建';
