import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';
import { localOverlaySchema, type LocalOverlay } from './local-overlay';

/** A district's paper as it travels to its streets: readable, versioned, with the hash of its contents. */
export const overlayFileSchema = z.strictObject({
  format: z.literal('dual-coverage-overlay'),
  version: z.literal(1),
  madeBy: z.string().max(120),
  madeOn: calendarDateSchema,
  overlay: localOverlaySchema,
  /** SHA-256 of `hashedText(overlay)`, in lower-case hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type OverlayFile = z.infer<typeof overlayFileSchema>;

/** The bytes that the hash is over: the paper with its fields in the order of the schema. */
export const hashedText = (overlay: LocalOverlay): string =>
  JSON.stringify(localOverlaySchema.parse(overlay));

export type OverlayReading =
  | { readonly ok: true; readonly file: OverlayFile }
  | { readonly ok: false; readonly message: string };

/** Reads a file somebody handed over: shape, version and hash, each with words of its own. */
export function readOverlayFile(text: string, hashOf: (text: string) => string): OverlayReading {
  const value = parsed(text);
  const version = z.looseObject({ format: z.string(), version: z.number() }).safeParse(value);
  if (!version.success || version.data.format !== 'dual-coverage-overlay')
    return { ok: false, message: '这不是地方口径文件。' };
  if (version.data.version !== 1)
    return { ok: false, message: '这份口径文件由更新版本导出，请升级程序后再读。' };
  const file = overlayFileSchema.safeParse(value);
  if (!file.success) {
    const [issue] = file.error.issues;
    return { ok: false, message: `内容不合格式（${issue?.path.join('.') ?? ''}）。` };
  }
  if (hashOf(hashedText(file.data.overlay)) !== file.data.hash)
    return { ok: false, message: '内容与校验值不符，可能在传递中被改动，请向发文单位重新索取。' };
  return { ok: true, file: file.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
