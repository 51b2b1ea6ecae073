import type { PersonRow } from '../../../contract/people';
import { StatusMark } from '../../components/status-mark';
import { toneOfDays } from '../../components/status-of-days';
import { daysWords } from '../../lib/format';

export function DueState({ row }: { row: PersonRow }) {
  if (row.next === null) return null;
  const { days, bound } = row.next;
  return (
    <StatusMark kind={toneOfDays(days, bound)}>
      {daysWords(days)}
      {bound === 'notBefore' && days > 0 ? '起' : ''}
    </StatusMark>
  );
}
