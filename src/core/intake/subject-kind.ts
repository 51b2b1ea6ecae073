/** What a row is about. */
export type SubjectKind = 'person' | 'organization' | 'instructor' | 'partyOrganization';
