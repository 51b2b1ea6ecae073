import { expect, it } from 'vitest';
import { placeNotices, placeRisk } from '../../../../src/main/vault/serve/place-risk';

const ext = 0xef53;
/** security.md §3.5, refuse/warn: network, FUSE, vfat/exfat, tmpfs; OneDrive, 坚果云, 百度网盘, WPS 云盘, Dropbox. */
it.each<[string, string, number | undefined, string | undefined]>([
  ['a home folder on ext4', '/home/ce/.config/desk/ledger', ext, undefined],
  ['a home folder on btrfs', '/home/ce/ledger', 0x9123683e, undefined],
  ['a folder of Windows', 'C:\\Users\\ce\\AppData\\Local\\desk\\ledger', undefined, undefined],
  ['NFS', '/mnt/share/ledger', 0x6969, 'network'],
  ['CIFS', '/mnt/share/ledger', 0xff534d42, 'network'],
  ['SMB2', '/mnt/share/ledger', 0xfe534d42, 'network'],
  ['a share of Windows', '\\\\server\\share\\ledger', undefined, 'network'],
  ['FUSE', '/mnt/sshfs/ledger', 0x65735546, 'userSpace'],
  ['FAT', '/media/usb/ledger', 0x4d44, 'removable'],
  ['exFAT', '/media/usb/ledger', 0x2011bab0, 'removable'],
  ['tmpfs', '/dev/shm/ledger', 0x01021994, 'memory'],
  ['OneDrive', 'C:\\Users\\ce\\OneDrive - 单位\\ledger', undefined, 'sync'],
  ['坚果云', '/home/ce/我的坚果云/ledger', ext, 'sync'],
  ['Nutstore', '/home/ce/Nutstore Files/ledger', ext, 'sync'],
  ['百度网盘', 'D:\\BaiduSyncdisk\\ledger', undefined, 'sync'],
  ['WPS 云盘', 'C:\\Users\\ce\\WPS云盘\\ledger', undefined, 'sync'],
  ['Dropbox', '/home/ce/Dropbox/ledger', ext, 'sync'],
  ['a name that only contains one', '/home/ce/notes-on-Dropbox/ledger', ext, undefined],
])('%s', (_words, path, type, kind) => {
  expect(placeRisk(path, type)?.kind).toBe(kind);
});

it('says it in the words of security.md §6 (L-503), and nothing of a sound place', () => {
  expect(placeNotices({ kind: 'sync', name: '坚果云' })).toEqual([
    {
      code: 'L-503',
      message:
        '数据位于网盘同步文件夹（坚果云），可能造成泄密和互相覆盖。请移到本机硬盘的文件夹。[L-503]',
    },
  ]);
  expect(placeNotices(undefined)).toEqual([]);
});
