type Export = {
  /** How much, in words: 12 条操作记录. */
  readonly count: string;
  readonly fields: readonly string[];
  /** What kind of file it became. */
  readonly target: string;
  readonly reason: string;
};

const namedFields = 12;

/** What the trail says of something that left the house unmasked (security.md §3.8). */
export function exportNote({ count, fields, target, reason }: Export): string {
  const more = fields.length > namedFields ? `等 ${fields.length} 项` : '';
  const named = `${fields.slice(0, namedFields).join('、')}${more}`;
  return `${count}；字段：${named}；去向：${target}；${reasonNote(reason)}`;
}

export const reasonNote = (reason: string): string => `事由：${reason}`;
