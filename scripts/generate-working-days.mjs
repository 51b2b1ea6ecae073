/** Prints the body of src/core/calendar/working-day-data.ts from the chinese-days package. */
import chineseDays from 'chinese-days';

const firstYear = 2004;
const lastYear = 2026;

for (let year = firstYear; year <= lastYear; year += 1) {
  const holidays = [];
  const makeUpDays = [];
  for (
    const day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const text = day.toISOString().slice(0, 10);
    const isWeekday = day.getUTCDay() % 6 !== 0;
    const isWorked = chineseDays.isWorkday(text);
    if (isWeekday && !isWorked) holidays.push(text.slice(5));
    if (!isWeekday && isWorked) makeUpDays.push(text.slice(5));
  }
  console.log(
    `  ${year}: { holidays: '${holidays.join(' ')}', makeUpDays: '${makeUpDays.join(' ')}' },`,
  );
}
