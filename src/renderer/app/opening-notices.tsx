import { useState } from 'react';
import type { Notice } from '../../contract/session';
import { MoveLedger } from '../components/move-ledger';
import { InfoBanner } from '../components/notices';

/** What opening found (security.md §6), until it has been read; a place that speaks against it can be left at once. */
export function OpeningNotices({ notices }: { notices: readonly Notice[] }) {
  const [isRead, setRead] = useState(false);
  if (isRead || notices.length === 0) return null;
  return (
    <div className="notices">
      {notices.map(({ code, message }) => (
        <div key={message} className="notice">
          <InfoBanner>{message}</InfoBanner>
          {code === 'L-503' && <MoveLedger act="帮我移动并校验" />}
        </div>
      ))}
      <button type="button" className="link" onClick={() => setRead(true)}>
        知道了
      </button>
    </div>
  );
}
