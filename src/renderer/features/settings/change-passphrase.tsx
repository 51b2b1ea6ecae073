import { useState } from 'react';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { FailureBanner } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';
import { Secret } from '../../components/secret';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Only the header is written anew; the records stay as they are. */
export function ChangePassphrase() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isDone, setDone] = useState(false);
  const { isBusy, failure, run } = useAct();
  const strength = estimateStrength(next);
  const isReady = current !== '' && strength.isEnough && next === again;

  async function change(): Promise<void> {
    const changed = await run(() =>
      askVault('session.changePassphrase', { current: bytesOf(current), next: bytesOf(next) }),
    );
    setDone(changed !== undefined);
    if (changed === undefined) return;
    setCurrent('');
    setNext('');
    setAgain('');
  }

  return (
    <>
      <div className="form-grid">
        <Secret id="current" label="现在的口令" value={current} onChange={setCurrent} />
        <Secret id="next" label="新口令" value={next} onChange={setNext} />
        <Secret id="again" label="再输入一次新口令" value={again} onChange={setAgain} />
      </div>
      {next !== '' && <p className="small">{strength.reason}</p>}
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button"
          disabled={!isReady || isBusy}
          onClick={() => void change()}
        >
          {isBusy ? '正在更换…' : '更换口令'}
        </button>
        {isDone && <StatusMark kind="done">口令已更换</StatusMark>}
      </div>
    </>
  );
}
