export const runtimeCache: string;
export const fallbackVersion: string;
export const fallbackFolder: string;
export function findElectron(
  root: string,
): { kind: 'override' | 'official' | 'fallback'; path: string } | undefined;
export function electronPath(root: string): string;
