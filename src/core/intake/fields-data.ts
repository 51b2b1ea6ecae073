import { developmentFields } from './development-fields';
import type { FieldDefinition } from './field-definition';
import { organizationFields } from './organization-fields';
import { partyFields } from './party-fields';
import { personFields } from './person-fields';

export type { FieldDefinition, FieldKind } from './field-definition';

/**
 * Every field the importer knows. The identifier is the name the ledger's records use where they
 * have such a field; columns that match nothing become custom fields.
 */
export const fieldDefinitions = {
  ...personFields,
  ...developmentFields,
  ...organizationFields,
  ...partyFields,
} as const satisfies Record<string, FieldDefinition>;

export type FieldId = keyof typeof fieldDefinitions;
export const fieldIds = Object.keys(fieldDefinitions) as readonly FieldId[];

export function definitionOf(field: FieldId): FieldDefinition {
  return fieldDefinitions[field];
}
