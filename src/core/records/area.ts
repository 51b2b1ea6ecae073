import { z } from 'zod';
import { idSchema, recordFields, textSchema } from './shared';

export const areaLevels = ['district', 'street', 'community', 'grid'] as const;

/** 区 → 街道/镇/园区 → 社区/村 → 网格: a tree of any depth. */
export const areaSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  code: textSchema.optional(),
  level: z.enum(areaLevels),
  parentId: idSchema.optional(),
  /** Order among siblings on screen and in print. */
  order: z.int().optional(),
});
export type Area = z.infer<typeof areaSchema>;

export const carrierKinds = [
  'building',
  'park',
  'commercialDistrict',
  'specializedMarket',
  'street',
  'makerSpace',
] as const;

/** 楼宇/园区/商圈/市场/街区: where organisations sit. A place, never counted as a unit (rules §4.2). */
export const carrierSchema = z.strictObject({
  ...recordFields,
  name: textSchema.min(1),
  kind: z.enum(carrierKinds),
  areaId: idSchema.optional(),
});
export type Carrier = z.infer<typeof carrierSchema>;
