import './status-mark.css';

export type StatusTone = 'over' | 'soon' | 'done' | 'unk' | 'info';

/** Colour and shape together; the word beside it is the caller's. */
export function StatusMark({ tone }: { readonly tone: StatusTone }) {
  return (
    <svg className={`status-mark is-${tone}`} viewBox="0 0 12 12" aria-hidden="true">
      {tone === 'over' && <path d="M6 .8 11.2 6 6 11.2.8 6Z" />}
      {tone === 'soon' && <path d="M6 1.4 11.4 10.8H.6Z" />}
      {tone === 'done' && (
        <>
          <circle cx="6" cy="6" r="5.4" />
          <path className="status-mark-tick" d="m3.4 6.2 1.8 1.8 3.4-3.8" />
        </>
      )}
      {tone === 'unk' && <circle className="is-hollow" cx="6" cy="6" r="4.8" strokeDasharray="2 1.6" />}
      {tone === 'info' && <rect className="is-hollow" x="1.4" y="1.4" width="9.2" height="9.2" />}
    </svg>
  );
}
