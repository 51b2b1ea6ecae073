import { statfsSync } from 'node:fs';

export type PlaceRisk =
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'network' | 'userSpace' | 'removable' | 'memory' };

/** `f_type` of Linux's statfs (statfs(2)): file systems on which a sync promises less, or nothing. */
const fileSystems: readonly (readonly [number, Exclude<PlaceRisk['kind'], 'sync'>])[] = [
  [0x6969, 'network'], // NFS
  [0x517b, 'network'], // SMB
  [0xff534d42, 'network'], // CIFS
  [0xfe534d42, 'network'], // SMB2
  [0x01021997, 'network'], // 9p
  [0x5346414f, 'network'], // AFS
  [0x65735546, 'userSpace'], // FUSE, NTFS through it included
  [0x4d44, 'removable'], // FAT
  [0x2011bab0, 'removable'], // exFAT
  [0x01021994, 'memory'], // tmpfs
  [0x858458f6, 'memory'], // ramfs
];

/** Names that folders kept in step with a cloud carry, whatever comes behind them. */
const syncFolders: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive/i, 'OneDrive'],
  [/^(坚果云|我的坚果云|Nutstore)/i, '坚果云'],
  [/^(百度网盘|百度云|BaiduNetdisk|BaiduSyncdisk|百度同步)/i, '百度网盘'],
  [/^(WPS ?云|WPS ?Cloud|WPSDrive|WPS网盘)/i, 'WPS 云盘'],
  [/^Dropbox/i, 'Dropbox'],
  [/^(iCloud|iCloudDrive)/i, 'iCloud'],
  [/^(Google ?Drive|GoogleDrive)/i, 'Google Drive'],
];

/**
 * What a folder's place means for a ledger in it (security.md §3.5); `undefined` where nothing is known against it.
 * @param path with / or \ between its parts
 * @param fileSystem `f_type`, where the system says it
 */
export function placeRisk(path: string, fileSystem: number | undefined): PlaceRisk | undefined {
  for (const part of path.split(/[\\/]/)) {
    const found = syncFolders.find(([pattern]) => pattern.test(part));
    if (found !== undefined) return { kind: 'sync', name: found[1] };
  }
  // Network paths of Windows have no drive.
  if (path.startsWith('\\\\')) return { kind: 'network' };
  const known = fileSystems.find(([type]) => type === fileSystem);
  return known === undefined ? undefined : { kind: known[1] };
}

const dangers: Readonly<Record<Exclude<PlaceRisk['kind'], 'sync'>, string>> = {
  network: '网络文件夹，断网或两台电脑同时打开时可能出错',
  userSpace: '经过转接的文件系统，断电时可能丢失刚保存的内容',
  removable: 'U 盘格式（FAT、exFAT）的磁盘，断电或拔出时可能损坏',
  memory: '内存盘，关机后就没有了',
};

/** @param subject what stands there: the data, or a folder that was chosen for them */
export function riskWords(risk: PlaceRisk, subject: string): string {
  const danger =
    risk.kind === 'sync'
      ? `网盘同步文件夹（${risk.name}），可能造成泄密和互相覆盖`
      : dangers[risk.kind];
  return `${subject}位于${danger}`;
}

/** L-503 in words, or none where the place is sound. */
export function placeNotices(risk: PlaceRisk | undefined): { code: string; message: string }[] {
  if (risk === undefined) return [];
  return [
    { code: 'L-503', message: `${riskWords(risk, '数据')}。请移到本机硬盘的文件夹。[L-503]` },
  ];
}

/** Looks where the ledger stands; a system that does not say keeps nobody out. */
export function lookAtPlace(folder: string): PlaceRisk | undefined {
  try {
    const type = process.platform === 'linux' ? statfsSync(folder).type : undefined;
    return placeRisk(folder, type);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return placeRisk(folder, undefined);
    throw problem;
  }
}
