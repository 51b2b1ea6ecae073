import type { CitationView } from '../../contract/common';

/** Article, edition and how sure we are of the wording, always together. */
export function CitationTag({ citation }: { citation: CitationView }) {
  return (
    <span>
      {citation.article}{' '}
      {citation.edition !== '' && <span className="tag">{citation.edition}</span>}{' '}
      <span className="tag">{citation.evidence}</span>
    </span>
  );
}

export function citationWords(citation: CitationView): string {
  return [citation.edition, citation.evidence].filter((word) => word !== '').join(' • ');
}
