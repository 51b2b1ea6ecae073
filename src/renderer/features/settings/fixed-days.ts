import { reviewModeSchema, type Settings } from '../../../core/records/settings';

/** Days of the year as typed: 06-30、12-31. */
export const daysOf = (text: string): string[] =>
  text.split(/[、，,;；\s]+/).filter((piece) => piece !== '');

/** Whether the review mode of a draft can be stored; typed days may be half a word. */
export const areFixedDays = ({ reviewMode }: Pick<Settings, 'reviewMode'>): boolean =>
  reviewMode === undefined || reviewModeSchema.safeParse(reviewMode).success;
