/** What a person of the ledger may do; enforced by the program, not by cryptography (security.md §3.9). */
export const roles = ['administrator', 'reviewer', 'clerk', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  reviewer: '审核',
  clerk: '录入',
  auditor: '只读审计',
};
