/** Which findings are opened: of one rule, of one branch, or those already explained. */
export type Chosen = {
  readonly title: string;
  readonly rule?: string;
  readonly branchId?: string;
  readonly isSettled?: boolean;
};
