import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormDraft } from '../../contract/vault-care';
import { askVault } from './desk';
import { useNavigation, type Place } from './navigation';

type About = {
  /** Names the form and what it is about, as `facts:<id>`. */
  readonly key: string;
  /** What the user reads when the draft is offered again. */
  readonly title: string;
};

export const draftMemory = (key: string) => `draft:${key}`;

/** As it travels: plain JSON, without fields that are not there. */
const asSent = (place: Place, text: string) =>
  JSON.parse(`{"place":${JSON.stringify(place)},"values":${text}}`) as Pick<
    FormDraft,
    'place' | 'values'
  >;

/**
 * The values of a form, told to the vault while they differ from what is stored: it seals them when the desk is
 * locked, and they are offered again after unlocking.
 */
export function useFormDraft<Values extends object>(
  { key, title }: About,
  initial: Values,
): readonly [Values, (values: Values) => void, () => void] {
  const { place, memory } = useNavigation();
  const [values, setValues] = useState<Values>(() => {
    const kept = memory.get(draftMemory(key)) as Partial<Values> | undefined;
    memory.delete(draftMemory(key));
    return { ...initial, ...kept };
  });
  const stored = useRef(JSON.stringify(initial));
  const text = JSON.stringify(values);

  useEffect(() => {
    if (text === stored.current) void askVault('drafts.release', { key });
    else void askVault('drafts.hold', { key, title, ...asSent(place, text) });
  }, [key, title, place, text]);
  useEffect(() => () => void askVault('drafts.release', { key }), [key]);

  /** What stands in the form is in the ledger now. */
  const settle = useCallback(() => {
    stored.current = text;
    void askVault('drafts.release', { key });
  }, [key, text]);
  return [values, setValues, settle];
}
