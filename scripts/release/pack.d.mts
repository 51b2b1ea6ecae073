export const programName: string;
export function packRelease(folder: string): Promise<{
  readonly launcher: string;
  readonly executable: string;
  readonly isSandboxOwned: boolean;
}>;
export function packForTests(folder: string): Promise<{ readonly executable: string }>;
