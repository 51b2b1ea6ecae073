/** The three disjoint groups of what is due (product.md §3). */
export type DueBucket = 'overdue' | 'thisWeek' | 'within30';
