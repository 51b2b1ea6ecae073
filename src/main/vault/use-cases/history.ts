import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { ChangeView } from '../../../contract/desk-work';
import { failed } from '../../../contract/failure-words';
import { fieldWords } from '../../../core/labels/fields';
import type { Change, RecordChange } from '../../../core/records/change';
import { takeBack } from '../../../core/records/take-back';
import type { ChangeEntry } from '../ledger/history';
import type { Desk } from './desk';
import { shownValue } from './shown-value';

const actionWords: Readonly<Record<string, string>> = {
  'ledger.create': '建立账本',
  'ledger.accept': '确认以这份数据为准',
  'ledger.rescue': '账本打不开，从备份重建',
  'ledger.machine': '换到这台电脑使用',
  'ledger.move': '开始把账本移到别的文件夹',
  'ledger.moved': '账本移到新文件夹，校验一致',
  'place.clearOld': '删除旧文件夹中的副本',
  'mirror.choose': '设置镜像文件夹',
  'mirror.end': '停用镜像文件夹',
  'ledger.damage': '发现数据文件损坏',
  'meta.save': '保存设置',
  'practice.fill': '写入演练数据',
  'people.create': '登记申请人',
  'people.saveIdentity': '修改身份信息',
  'people.saveFacts': '登记事实',
  'dossier.takeStep': '办理一步',
  'dossier.saveAct': '登记变动',
  'dossier.completeAct': '补填变动',
  'overlay.save': '修改地方口径',
  'overlay.import': '导入地方口径',
  'overlay.export': '导出地方口径',
  'overlay.confirm': '确认规则条文',
  'people.reveal': '显示隐去的号码',
  'organizations.save': '保存单位',
  'organizations.bulkEdit': '批量修改单位',
  'organizations.merge': '合并重复单位',
  'organizations.split': '拆分单位',
  'people.merge': '合并重复人员',
  'areas.save': '保存区域',
  'areas.retire': '停用区域',
  'carriers.save': '保存载体',
  'carriers.retire': '停用载体',
  'partyOrganizations.save': '保存党组织',
  'coverage.assignGap': '分派缺口任务',
  'unions.adopt': '联建方案转为任务',
  'coverage.closeTask': '缺口任务销号',
  'newGroups.savePlaces': '登记归口和流动情况',
  'stations.save': '保存驿站',
  'requests.save': '保存诉求',
  'instructors.save': '保存指导员',
  'instructors.visit': '登记走访',
  'partyOrganizations.reorganize': '党组织调整',
  'imports.commit': '导入工作簿',
  'reconciliation.commit': '名单比对',
  'quota.save': '调整年度发展计划',
  'snoozes.add': '暂缓提醒',
  'snoozes.end': '恢复提醒',
  'audit.settle': '说明核查问题',
  'audit.reopen': '撤回情况说明',
  'meetings.save': '保存会议',
  'reports.output': '打印或另存报表',
  'backups.restore': '从备份恢复',
  'backups.copyOut': '备份到外部存储',
  'backups.check': '校验备份并演练恢复',
  'care.prepare': '准备备份钥匙',
  'session.unlock': '解锁账本',
  'session.failures': '有人没有解开账本',
  'session.changePassphrase': '更换口令',
  'slots.add': '增加可解锁的人',
  'slots.remove': '移除可解锁的人',
  'keys.renew': '更换保险库密钥',
  'backups.reseal': '备份改用新密钥加密',
  'records.review': '复核无误',
  'slots.useKeyFile': '加用密钥文件',
  'slots.dropKeyFile': '停用密钥文件',
  'trail.export': '导出操作记录',
  'imports.saveRejects': '另存退回的行',
  'clock.jump': '电脑时间变动',
  'drafts.seal': '锁定时封存未提交的草稿',
  'drafts.take': '继续填写草稿',
  'drafts.discard': '丢弃草稿',
  'history.undo': '撤销',
};

const stamp = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
export const timeWords = (iso: string) => stamp.format(new Date(iso)).replaceAll('/', '-');

export const changeTitle = (action: string) => actionWords[action] ?? action;

const traceActions = new Set([
  'ledger.create',
  'ledger.accept',
  'ledger.rescue',
  'ledger.machine',
  'ledger.damage',
  'ledger.move',
  'ledger.moved',
  'place.clearOld',
  'mirror.choose',
  'mirror.end',
  'meta.save',
  'reports.output',
  'care.prepare',
  'backups.copyOut',
  'backups.check',
  'backups.reseal',
  'keys.renew',
  'drafts.seal',
  'drafts.take',
  'drafts.discard',
]);

/** Acts that only leave a trace, or without which there is no ledger, cannot be taken back. */
function isUndoable(entry: ChangeEntry): boolean {
  return entry.records > 0 && entry.undoes === undefined && !traceActions.has(entry.action);
}

export function listHistory(
  desk: Desk,
  { table, recordId, before, limit }: VaultInput<'history.list'>,
): Result<VaultOutput<'history.list'>> {
  const entries = desk.ledger.history.entries();
  const undone = undoneIds(entries);
  const own = keysOf(entries, table, recordId);
  const keys = own && [...own, ...tasksOf(desk, own)];
  const end = before === undefined ? entries.length : entries.findIndex(({ id }) => id === before);
  const found: ChangeEntry[] = [];
  for (let index = end - 1; index >= 0 && found.length < limit; index -= 1) {
    const entry = entries[index];
    if (entry !== undefined && (keys === undefined || keys.some((key) => concerns(entry, key))))
      found.push(entry);
  }
  return {
    ok: true,
    value: found.map((entry) => changeView(desk, entry, undone.has(entry.id), keys)),
  };
}

const concerns = (entry: ChangeEntry, key: string): boolean =>
  entry.touched.has(key) || entry.note?.startsWith(`${key}/`) === true;

const mergeTables: Readonly<Record<string, string>> = {
  'organizations.merge': 'organizations',
  'people.merge': 'people',
};

/** The record and, where it was merged, the records that went into it: both histories are one from then on. */
function keysOf(
  entries: readonly ChangeEntry[],
  table: string | undefined,
  recordId: string | undefined,
): readonly string[] | undefined {
  if (table === undefined || recordId === undefined) return undefined;
  const keys = new Set([`${table}/${recordId}`]);
  const undone = undoneIds(entries);
  for (const entry of [...entries].reverse()) {
    if (mergeTables[entry.action] !== table || undone.has(entry.id)) continue;
    // A merge names the record that stays and then the one that goes.
    const [kept, dropped] = entry.touched;
    if (kept !== undefined && dropped !== undefined && keys.has(kept)) keys.add(dropped);
  }
  return [...keys];
}

/** A gap's history is its subject's: who was asked, by when, and on what ground it was closed. */
function tasksOf(desk: Desk, keys: readonly string[]): string[] {
  const subjects = new Set(keys);
  return desk.reference.gapTasks
    .all()
    .filter(
      ({ organizationId, partyOrganizationId, instructorId }) =>
        subjects.has(`organizations/${organizationId}`) ||
        subjects.has(`partyOrganizations/${partyOrganizationId}`) ||
        subjects.has(`instructors/${instructorId}`),
    )
    .map(({ id }) => `gapTasks/${id}`);
}

function undoneIds(entries: readonly ChangeEntry[]): Set<string> {
  return new Set(entries.flatMap(({ undoes }) => undoes ?? []));
}

/** Tables whose records only say that something was done. */
const bookkeeping = new Set(['reportSnapshots', 'importBatches', 'reconciliations']);
const detailedRecords = 3;
const detailedFields = 12;

function changeView(
  desk: Desk,
  entry: ChangeEntry,
  isUndone: boolean,
  keys: readonly string[] | undefined,
): ChangeView {
  const change =
    entry.records > 0 && entry.records <= detailedRecords
      ? desk.ledger.history.change(entry.id)
      : undefined;
  const records = (change?.changes ?? [])
    .filter(({ table }) => !bookkeeping.has(table))
    .filter(({ table, id }) => keys?.includes(`${table}/${id}`) !== false);
  return {
    id: entry.id,
    at: timeWords(entry.at),
    by: entry.by,
    title:
      entry.action === 'reports.output' && entry.note !== undefined
        ? entry.note
        : changeTitle(entry.action),
    details: records.flatMap((record) => differences(desk, record)).slice(0, detailedFields),
    records: entry.records,
    isUndone,
    canUndo: !isUndone && isUndoable(entry),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Field by field, the dossier's facts one by one; hidden numbers stay hidden here too. */
function differences(desk: Desk, { before, after }: RecordChange): ChangeView['details'] {
  const [old, now] = [flat(before), flat(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys
    .filter(
      (key) =>
        fieldWords[key] !== undefined && JSON.stringify(old[key]) !== JSON.stringify(now[key]),
    )
    .map((key) => ({
      label: fieldWords[key] ?? '',
      before: shownValue(desk, key, old[key]),
      after: shownValue(desk, key, now[key]),
    }));
}

function flat(value: RecordChange['before']): Fields {
  const record = (value ?? {}) as Fields;
  const { dossier, id: _id, ...rest } = record;
  return { ...rest, ...((dossier ?? {}) as Fields) };
}

export function undo(
  desk: Desk,
  { changeId }: VaultInput<'history.undo'>,
): Result<VaultOutput<'history.undo'>> {
  const entry = desk.ledger.history.entry(changeId);
  const change = desk.ledger.history.change(changeId);
  if (entry === undefined || change === undefined || !isUndoable(entry)) return failed('C-104');
  if (undoneIds(desk.ledger.history.entries()).has(changeId)) return failed('C-104');
  const changes = inverse(desk, change);
  const title = changeTitle(change.action);
  const result = desk.commit({ action: 'history.undo', undoes: changeId, note: title, changes });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, title } } : result;
}

/** Goes back only where a field still is as that change left it: later edits by hand are kept. */
function inverse(desk: Desk, change: Change): RecordChange[] {
  return change.changes.flatMap(({ table, id, before, after }) => {
    const now = desk.ledger.get(table, id);
    const back = takeBack(before, after, now);
    return back === undefined ? [] : [{ table, id, before: now, after: back }];
  });
}

export function undoLatest(desk: Desk): Result<VaultOutput<'history.undo'>> {
  const entries = desk.ledger.history.entries();
  const undone = undoneIds(entries);
  const latest = [...entries].reverse().find((entry) => isUndoable(entry) && !undone.has(entry.id));
  return latest === undefined ? failed('C-104') : undo(desk, { changeId: latest.id });
}
