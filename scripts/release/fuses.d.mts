export const releaseFuses: Readonly<Record<string, boolean>>;
export const testFuses: Readonly<Record<string, boolean>>;
export function setFuses(
  executable: string,
  fuses: Readonly<Record<string, boolean>>,
): Promise<void>;
export function readFuses(executable: string): Promise<Record<string, boolean>>;
