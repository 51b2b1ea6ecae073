export function addressedCalls(
  trace: string,
  options?: { readonly isLoopbackCounted?: boolean },
): string[];
