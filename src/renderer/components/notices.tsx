import type { ReactNode } from 'react';
import type { Failure } from '../../contract/common';

export function FailureBanner({ failure }: { failure: Failure | undefined }) {
  return failure === undefined ? null : (
    <div className="banner" role="alert">
      {failure.message}
    </div>
  );
}

export function InfoBanner({ children }: { children: ReactNode }) {
  return (
    <div className="banner is-info" role="status">
      {children}
    </div>
  );
}

export function EmptyState({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act}
    </div>
  );
}

/** Words first: no bare spinner anywhere. */
export function Loading({ words = '正在读取' }: { words?: string }) {
  return (
    <p className="muted" role="status">
      {words}…
    </p>
  );
}
