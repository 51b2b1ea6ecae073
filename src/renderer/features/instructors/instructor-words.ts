export const instructorKindWords = { instructor: '指导员', liaison: '联络员' } as const;
