import type { KeyboardEvent } from 'react';

/** Whether a key belongs to an input method at work: Enter then ends a word, never a form. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** Enter goes to the next field, Ctrl+Enter saves. */
export function onFormKey(event: KeyboardEvent<HTMLFormElement>, save: () => void): void {
  if (event.key !== 'Enter' || isComposing(event)) return;
  if (event.ctrlKey) {
    event.preventDefault();
    save();
    return;
  }
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
    event.preventDefault();
    focusNext(event.currentTarget, event.target);
  }
}

function focusNext(form: HTMLFormElement, current: Element): void {
  const fields = [...form.querySelectorAll<HTMLElement>('input, select, textarea')].filter(
    (field) => !field.hasAttribute('disabled'),
  );
  fields[fields.indexOf(current as HTMLElement) + 1]?.focus();
}
