import { useEffect } from 'react';
import { askShell } from '../lib/desk';

const identityOrPhone = /\d{17}[\dXx]|1\d{10}/;

/** Whatever way a number of a person is copied, main is told to take it off the clipboard again. */
export function useCopiedNumber(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const text = document.getSelection()?.toString() ?? '';
      if (!identityOrPhone.test(text.replaceAll(/\s/g, ''))) return;
      event.clipboardData?.setData('text/plain', text);
      event.clipboardData?.setData('application/x-dual-coverage-number', '1');
      event.preventDefault();
      void askShell('shell.copiedSecret', {});
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, []);
}
