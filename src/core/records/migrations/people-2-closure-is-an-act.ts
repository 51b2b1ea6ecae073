type Fields = { readonly [name: string]: unknown };

/**
 * People, shape 1 → 2: the one `closure` of a dossier became the last of its acts. One that says what an act of the
 * same kind and day already says is left out.
 */
export function closureIsAnAct(person: Fields): Fields {
  const dossier = person['dossier'];
  if (!isFields(dossier) || !isFields(dossier['closure'])) return person;
  const { closure, ...facts } = dossier;
  const events: readonly unknown[] = Array.isArray(facts['events']) ? facts['events'] : [];
  const repeats = events.some(
    (event) =>
      isFields(event) &&
      event['kind'] === (closure as Fields)['kind'] &&
      event['on'] === (closure as Fields)['on'],
  );
  return { ...person, dossier: { ...facts, events: repeats ? events : [...events, closure] } };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
