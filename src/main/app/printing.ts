import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, nativeImage, type BrowserWindow, type PrintToPDFOptions } from 'electron';
import type { ShellInput, ShellOutput } from '../../contract/channels';
import type { Result } from '../../contract/common';

const bytesPerPixel = 4;
const freedCopies = 4;

/** The sheets carry their own margins in millimetres, so the printer adds none. */
function pdfOptions({
  paper,
  isLandscape,
}: {
  paper: 'A4' | 'A3';
  isLandscape: boolean;
}): PrintToPDFOptions {
  return {
    pageSize: paper,
    landscape: isLandscape,
    printBackground: true,
    preferCSSPageSize: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  };
}

/** Asks where to, prints the page as shown, writes it, and wipes the bytes from memory (security.md §3.1). */
export async function savePdf(
  window: BrowserWindow,
  input: ShellInput<'shell.savePdf'>,
): Promise<Result<ShellOutput<'shell.savePdf'>>> {
  const choice = await dialog.showSaveDialog(window, {
    title: '另存为版式文件',
    defaultPath: join(
      app.getPath('documents'),
      `${input.suggestedName.replaceAll(/[\\/:*?"<>|]/g, '_')}.pdf`,
    ),
    filters: [{ name: '版式文件', extensions: ['pdf'] }],
  });
  if (choice.canceled) return { ok: true, value: { status: 'cancelled' } };
  const bytes = await window.webContents.printToPDF(pdfOptions(input));
  try {
    await writeFile(choice.filePath, bytes, { mode: 0o600 });
  } catch {
    return {
      ok: false,
      failure: {
        code: 'P-601',
        message: '文件没有写成，账本没有变化。请检查目标位置的空间和权限后重试。[P-601]',
      },
    };
  } finally {
    bytes.fill(0);
    overwriteFreed(bytes.length);
  }
  return { ok: true, value: { status: 'saved', fileName: basename(choice.filePath) } };
}

/**
 * Electron copies the printed file once more on its way here and frees that copy unwiped, where it stays readable for
 * about a minute. Pictures of the same size take its place in the allocator and are black.
 */
function overwriteFreed(size: number): void {
  const width = Math.ceil(size / bytesPerPixel);
  for (let copy = 0; copy < freedCopies; copy += 1)
    nativeImage.createFromBitmap(Buffer.alloc(width * bytesPerPixel), { width, height: 1 });
}

/** To paper through the system's dialog; `noPrinter` where the machine has none. */
export async function printPaper(
  window: BrowserWindow,
  input: ShellInput<'shell.print'>,
): Promise<Result<ShellOutput<'shell.print'>>> {
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length === 0) return { ok: true, value: { status: 'noPrinter' } };
  return new Promise((resolve) => {
    window.webContents.print(
      {
        pageSize: input.paper,
        landscape: input.isLandscape,
        printBackground: true,
        margins: { marginType: 'none' },
      },
      (isPrinted) => resolve({ ok: true, value: { status: isPrinted ? 'printed' : 'cancelled' } }),
    );
  });
}
