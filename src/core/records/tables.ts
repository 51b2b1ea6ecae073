import type { z } from 'zod';
import { areaSchema, carrierSchema } from './area';
import { organizationSchema } from './organization';
import { partyOrganizationSchema } from './party-organization';
import { personSchema } from './person';
import { reconciliationSchema } from './reconciliation';
import { settlementSchema } from './settlement';
import { snoozeSchema } from './snooze';
import {
  gapTaskSchema,
  importBatchSchema,
  instructorSchema,
  meetingSchema,
  quotaSchema,
  reportSnapshotSchema,
  requestSchema,
  stationSchema,
} from './work';

/** Every table of the ledger and the shape of its records. */
export const recordSchemas = {
  areas: areaSchema,
  carriers: carrierSchema,
  organizations: organizationSchema,
  partyOrganizations: partyOrganizationSchema,
  people: personSchema,
  meetings: meetingSchema,
  instructors: instructorSchema,
  stations: stationSchema,
  requests: requestSchema,
  quotas: quotaSchema,
  gapTasks: gapTaskSchema,
  reportSnapshots: reportSnapshotSchema,
  importBatches: importBatchSchema,
  settlements: settlementSchema,
  snoozes: snoozeSchema,
  reconciliations: reconciliationSchema,
} as const;

export type TableName = keyof typeof recordSchemas;
export type RecordOf<Table extends TableName> = z.infer<(typeof recordSchemas)[Table]>;

export const tableNames = Object.keys(recordSchemas) as readonly TableName[];

/** Shape version of each table; a migration in `migrations/` leads from each version to the next. */
export const recordVersions: Readonly<Record<TableName, number>> = {
  areas: 1,
  carriers: 1,
  organizations: 1,
  partyOrganizations: 1,
  people: 1,
  meetings: 1,
  instructors: 1,
  stations: 1,
  requests: 1,
  quotas: 1,
  gapTasks: 1,
  reportSnapshots: 1,
  importBatches: 1,
  settlements: 1,
  snoozes: 1,
  reconciliations: 1,
};
