import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date';

/** Ledger-wide unique id, made by the vault; opaque to everybody else. */
export const idSchema = z.string().min(1).max(64);

/** One line of text a person typed; bounded so that no field can swallow a record. */
export const textSchema = z.string().max(400);

/** A remark of several lines. */
export const noteSchema = z.string().max(4000);

export const countSchema = z.int().min(0).max(10_000_000);

/** Open-ended period: `until` is the last day it held; absent = still holds. */
export const periodFields = {
  from: calendarDateSchema.optional(),
  until: calendarDateSchema.optional(),
};

/** Columns of a foreign workbook that no field of ours knows, kept under their own header. */
export const customFieldsSchema = z.record(z.string().max(120), z.string().max(4000));

/** Why a record left the live register. Nothing is ever hard-deleted. */
export const retiredSchema = z.strictObject({
  on: calendarDateSchema,
  reason: textSchema,
  /** The record it was merged into. */
  intoId: idSchema.optional(),
});

/** Fields every record carries. */
export const recordFields = {
  id: idSchema,
  note: noteSchema.optional(),
  custom: customFieldsSchema.optional(),
  retired: retiredSchema.optional(),
  /** The practice ledger's marker for the rider's story and other told cases. */
  label: textSchema.optional(),
};
