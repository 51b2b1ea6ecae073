import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { ShellInput, ShellOutput } from '../../contract/channels';
import type { Result } from '../../contract/common';
import type { VaultProcess } from './vault-process';

type Choice = ShellInput<'shell.choosePlace'>;

/** The user points at a place; the vault learns the path, the window only its last name and a token. */
export async function choosePlace(
  window: BrowserWindow,
  vault: VaultProcess,
  choice: Choice,
  proposal: string,
): Promise<Result<ShellOutput<'shell.choosePlace'>>> {
  const path = await ask(window, choice, proposal);
  if (path === undefined) return { ok: true, value: { status: 'cancelled' } };
  const token = randomUUID();
  vault.tellPlace(token, path);
  return { ok: true, value: { status: 'chosen', token, name: basename(path) } };
}

async function ask(
  window: BrowserWindow,
  { purpose, suggestedName }: Choice,
  proposal: string,
): Promise<string | undefined> {
  switch (purpose) {
    case 'backupFolder':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择存放备份的文件夹（建议 U 盘）',
          properties: ['openDirectory', 'createDirectory'],
        }),
      );
    case 'mirrorFolder':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择镜像文件夹（最好在另一块硬盘上）',
          properties: ['openDirectory', 'createDirectory'],
        }),
      );
    case 'ledgerFolder':
      return chooseLedgerFolder(window, proposal);
    case 'movedLedger':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择账本所在的文件夹',
          properties: ['openDirectory'],
        }),
      );
    case 'backupFile':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择备份文件',
          properties: ['openFile'],
          filters: [{ name: '账本备份', extensions: ['djb'] }],
        }),
      );
    case 'keyFile':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择密钥文件（在 U 盘上）',
          properties: ['openFile'],
          filters: [{ name: '密钥文件', extensions: ['djkey'] }],
        }),
      );
    case 'keyFileFolder':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择存放密钥文件的 U 盘',
          properties: ['openDirectory'],
        }),
      );
    case 'auditFile':
      return saveAs(window, suggestedName, {
        title: '导出操作记录',
        filters: [{ name: '表格（CSV）', extensions: ['csv'] }],
      });
    case 'rejectsFile':
      return saveAs(window, suggestedName, {
        title: '另存退回的行',
        filters: [{ name: '表格（xlsx）', extensions: ['xlsx'] }],
      });
    case 'overlayFile':
      return firstOf(
        await dialog.showOpenDialog(window, {
          title: '选择地方口径文件',
          properties: ['openFile'],
          filters: [{ name: '地方口径', extensions: ['json'] }],
        }),
      );
    case 'overlayTarget':
      return saveAs(window, suggestedName, {
        title: '导出地方口径',
        filters: [{ name: '地方口径', extensions: ['json'] }],
      });
  }
}

/** The proposed folder must be there for the dialog to begin in it; one that was not taken goes again. */
async function chooseLedgerFolder(
  window: BrowserWindow,
  proposal: string,
): Promise<string | undefined> {
  const isNew = !existsSync(proposal);
  mkdirSync(proposal, { recursive: true, mode: 0o700 });
  const chosen = firstOf(
    await dialog.showOpenDialog(window, {
      title: '选择放账本的空文件夹（在本机硬盘上）',
      defaultPath: proposal,
      buttonLabel: '移到这里',
      properties: ['openDirectory', 'createDirectory'],
    }),
  );
  if (isNew && chosen !== proposal && readdirSync(proposal).length === 0) rmdirSync(proposal);
  return chosen;
}

async function saveAs(
  window: BrowserWindow,
  suggestedName: string,
  { title, filters }: { title: string; filters: Electron.FileFilter[] },
): Promise<string | undefined> {
  const name = suggestedName.replaceAll(/[\\/:*?"<>|]/g, '_');
  const chosen = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), `${name}.${filters[0]?.extensions[0] ?? ''}`),
    filters,
  });
  return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath;
}

function firstOf({ canceled, filePaths }: Electron.OpenDialogReturnValue): string | undefined {
  return canceled ? undefined : filePaths[0];
}
