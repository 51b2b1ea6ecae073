export function verifyIntegrity(file: string, expected: string): Promise<void>;
export function installElectron(root: string): Promise<void>;
