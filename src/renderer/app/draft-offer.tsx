import type { Place } from '../lib/navigation';
import { askVault } from '../lib/desk';
import { useAct } from '../lib/use-act';
import { draftMemory } from '../lib/use-form-draft';
import { useNavigation } from '../lib/navigation';
import { useVaultQuery } from '../lib/use-vault-query';
import { FailureBanner } from '../components/notices';

/** What stood in an open form when the desk was locked. */
export function DraftOffer() {
  const { data } = useVaultQuery('drafts.list', {});
  const { go, memory } = useNavigation();
  const { isBusy, failure, run } = useAct();
  const [draft] = data ?? [];
  if (draft === undefined) return null;

  async function take(key: string): Promise<void> {
    const taken = await run(() => askVault('drafts.take', { key }));
    if (taken === undefined) return;
    memory.set(draftMemory(key), taken.values);
    go(taken.place as Place);
  }

  return (
    <div className="banner is-info draft-offer" role="status">
      发现一份未提交的草稿（{draft.heldAt.slice(-5)}，{draft.title}），是否继续填写？{' '}
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => void take(draft.key)}
      >
        继续
      </button>{' '}
      <button
        type="button"
        className="link"
        disabled={isBusy}
        onClick={() => void run(() => askVault('drafts.discard', { key: draft.key }))}
      >
        丢弃
      </button>
      <FailureBanner failure={failure} />
    </div>
  );
}
