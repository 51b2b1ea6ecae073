import type { GapView } from '../../../contract/coverage';
import type { Place } from '../../lib/navigation';

/** The page of the unit, party organization or instructor a gap or its task belongs to. */
export function subjectPlace({
  subject: page,
  subjectId: id,
}: Pick<GapView, 'subject' | 'subjectId'>): Place {
  return { page, id };
}
