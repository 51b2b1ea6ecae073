import { useEffect, useState, type ReactNode } from 'react';
import { askShell, askVault } from '../lib/desk';
import { isComposing } from '../lib/keyboard';
import { invalidate } from '../lib/use-vault-query';

const shownMilliseconds = 6_000;

const choices = new Set(['radio', 'checkbox']);

/** A chosen radio keeps the focus but holds no text whose undo could be meant. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !choices.has(target.type);
  return target instanceof HTMLTextAreaElement;
}

/** Ctrl+Z undoes the newest act of the ledger and says which; inside a field it stays the field's own undo. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');

  useEffect(() => {
    async function undo(): Promise<void> {
      const result = await askVault('history.undoLatest', {});
      setMessage(result.ok ? `已撤销：${result.value.title}` : result.failure.message);
      if (result.ok) invalidate();
    }
    function onKey(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || isComposing(event)) return;
      const key = event.key.toLowerCase();
      if (key === 'l') {
        event.preventDefault();
        void askShell('shell.lock', {});
      }
      if (key === 'z' && !event.shiftKey && !isTyping(event.target)) {
        event.preventDefault();
        void undo();
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (message === '') return;
    const timer = setTimeout(() => setMessage(''), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <>
      {children}
      <div className="toast" role="status" aria-live="polite">
        {message}
      </div>
    </>
  );
}
