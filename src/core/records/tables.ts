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
