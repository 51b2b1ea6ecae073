import type { ReactNode } from 'react';

export type StatusKind = 'over' | 'soon' | 'done' | 'unknown' | 'info';

/** Shapes that tell the states apart without colour: diamond, triangle, tick, dashed ring, square. */
function Shape({ kind }: { readonly kind: StatusKind }) {
  switch (kind) {
    case 'over':
      return <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />;
    case 'soon':
      return <path d="M6 1.4 11.4 10.8H.6Z" fill="currentColor" />;
    case 'done':
      return (
        <>
          <circle cx="6" cy="6" r="5.4" fill="currentColor" />
          <path
            d="m3.4 6.2 1.8 1.8 3.4-3.8"
            fill="none"
            stroke="var(--surface)"
            strokeWidth="1.5"
          />
        </>
      );
    case 'unknown':
      return (
        <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeDasharray="2 1.6" />
      );
    case 'info':
      return <path d="M1.4 1.4h9.2v9.2H1.4Z" fill="none" stroke="currentColor" strokeWidth="1.4" />;
  }
}

export type StatusMarkProps = { readonly kind: StatusKind; readonly children?: ReactNode };

/** Colour and shape together, with the word beside them. */
export function StatusMark({ kind, children }: StatusMarkProps) {
  return (
    <span className={`status is-${kind}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <Shape kind={kind} />
      </svg>
      {children}
    </span>
  );
}
