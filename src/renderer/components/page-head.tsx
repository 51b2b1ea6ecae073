import type { ReactNode } from 'react';

/** One title, one sentence that answers the page's question, one primary act. */
export function PageHead({
  title,
  sentence,
  children,
}: {
  title: string;
  sentence?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
      <div className="acts">{children}</div>
    </header>
  );
}

export function Section({
  title,
  remark,
  more,
  children,
}: {
  title: string;
  remark?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {remark !== undefined && <span className="muted small">{remark}</span>}
        {more !== undefined && <span className="more small">{more}</span>}
      </div>
      {children}
    </section>
  );
}
