export type ArchivedFile = { readonly path: string; readonly bytes: Buffer };
export function asarOf(files: readonly ArchivedFile[]): Buffer;
export function pathsInAsar(archive: Buffer): string[];
