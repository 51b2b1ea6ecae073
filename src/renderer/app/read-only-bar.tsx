import type { ReadOnly } from '../../contract/session';
import { FailureBanner } from '../components/notices';
import { askVault } from '../lib/desk';
import { useAct } from '../lib/use-act';

const acceptWords: Readonly<Record<string, string>> = {
  'R-330': '已核对来源，以这份为准',
  'L-502': '以这份为准，继续使用',
  'L-504': '那边已关闭，在这台电脑使用',
};

/** Why nothing is written, on every page until it is settled, with the one act that settles it. */
export function ReadOnlyBar({
  readOnly,
  onNotices,
}: {
  readOnly: ReadOnly;
  /** What opening has to say once the copy may be written to. */
  onNotices: (words: readonly string[]) => void;
}) {
  const { isBusy, failure, run } = useAct();
  async function accept(): Promise<void> {
    const opened = await run(() => askVault('session.accept', {}));
    if (opened !== undefined) onNotices(opened.notices.map(({ message }) => message));
  }
  return (
    <div className="read-only-bar" role="region" aria-label="只读">
      <div className="banner" role="alert">
        {readOnly.message}
      </div>
      {readOnly.remedy === 'accept' && (
        <button type="button" className="button" disabled={isBusy} onClick={() => void accept()}>
          {acceptWords[readOnly.code]}
        </button>
      )}
      <FailureBanner failure={failure} />
    </div>
  );
}
