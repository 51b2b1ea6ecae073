import type { PersonView } from '../../../contract/people';
import { FactMatrix } from './fact-matrix';
import { PapersForm } from './papers-form';
import './papers.css';

/** What lies in the file box, and do the forms agree with each other? */
export function PapersTab({ view }: { readonly view: PersonView }) {
  return (
    <>
      <FactMatrix key={`matrix/${view.id}`} view={view} />
      <PapersForm key={`papers/${view.id}`} view={view} />
    </>
  );
}
