import type { GapView } from '../../../contract/coverage';
import type { Place } from '../../lib/navigation';

/** The page of the unit or party organization a gap belongs to. */
export function subjectPlace({ subject, subjectId }: GapView): Place {
  return subject === 'organization'
    ? { page: 'organization', id: subjectId }
    : { page: 'partyOrganization', id: subjectId };
}
