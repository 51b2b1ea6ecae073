import { definitionOf, type FieldId } from './fields-data';
import type { FieldValue, NormalisedRow, SubjectKind } from './interpretation';
import { textOf, type RowDraft } from './row-draft';
import { partyOrganizationKey } from './term-checks';

/** Turns an accepted row into values by field, with the key it is found under. */
export function normaliseRow(draft: RowDraft, kind: SubjectKind): NormalisedRow {
  const fields: Record<string, FieldValue> = { ...draft.custom };
  for (const [field, { value }] of draft.fields) {
    if (value !== undefined && definitionOf(field).kind !== 'derived') fields[field] = value;
  }
  return { kind, key: keyOf(draft, kind), fields };
}

const personKeys: readonly (readonly [FieldId, string])[] = [
  ['idNumber', 'id'],
  ['personNumber', 'no'],
  ['name', 'name'],
];

/** ID number, else staff number, else names: product.md §5. */
function keyOf(draft: RowDraft, kind: SubjectKind): string {
  switch (kind) {
    case 'person':
      return firstKey(draft, personKeys);
    case 'instructor':
      return `instructor-${firstKey(draft, [
        ['idNumber', 'id'],
        ['instructorName', 'name'],
      ])}`;
    case 'organization':
      return firstKey(draft, [
        ['creditCode', 'uscc'],
        ['organizationName', 'name'],
      ]);
    case 'partyOrganization': {
      return `branch:${partyOrganizationKey(draft)}`;
    }
  }
}

function firstKey(draft: RowDraft, candidates: readonly (readonly [FieldId, string])[]): string {
  for (const [field, prefix] of candidates) {
    const value = textOf(draft, field);
    if (value !== undefined) return `${prefix}:${value}`;
  }
  return `row:${draft.sheet}:${draft.row}`;
}
