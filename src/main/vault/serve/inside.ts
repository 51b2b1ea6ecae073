import nativePath from 'node:path';

/** Whether a path is the folder itself or lies in it; a path on another drive of Windows does not. */
export function isInside(
  folder: string,
  path: string,
  {
    resolve,
    relative,
    isAbsolute,
    sep,
  }: Pick<typeof nativePath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'> = nativePath,
): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
