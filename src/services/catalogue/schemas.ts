import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';

const pincode = z
  .string()
  .regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode')
  .meta({ description: 'Indian postal code of the address', example: '560034' });
/** An id or slug, looked up in memory. */
const name = z.string().min(1, 'must not be empty').max(64, 'must have at most 64 characters');
const paise = z.coerce.number().int().min(0).max(100_000_000);

export const SERVICE_SORTS = ['relevance', 'price', '-price', 'duration'] as const;

export const SearchServicesInput = PageQuery.extend({
  q: z
    .string()
    .trim()
    .max(200, 'must have at most 200 characters')
    .optional()
    .meta({ description: 'Name or problem in the customer’s words', example: 'leaking tap' }),
  category: name.optional().meta({ description: 'Id or slug of a category', example: 'plumbing' }),
  subcategory: name.optional().meta({ description: 'Id or slug of a subcategory' }),
  pincode: pincode.optional(),
  minPricePaise: paise.optional().meta({ description: 'Of one unit, discount taken off, before charges and tax' }),
  maxPricePaise: paise.optional(),
  sort: z.enum(SERVICE_SORTS).default('relevance'),
});
export type SearchServicesInput = z.input<typeof SearchServicesInput>;

export const RecommendServicesInput = z.strictObject({
  problem: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(500, 'must have at most 500 characters')
    .optional()
    .meta({ description: 'What is wrong, in the customer’s words', example: 'AC is not cooling' }),
  pincode: pincode.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(6),
});
export type RecommendServicesInput = z.input<typeof RecommendServicesInput>;

export const ListRatesInput = z.strictObject({ pincode: pincode.optional() });

export const QuoteServiceInput = z.strictObject({
  quantity: z.number().int().min(1).max(50).meta({ description: 'How many units', example: 2 }),
  pincode,
});
export type QuoteServiceInput = z.input<typeof QuoteServiceInput>;

const text = (max: number) => z.string().trim().min(1, 'must not be empty').max(max);
const lines = (max: number) => z.array(text(120)).max(max);

/** Only what is given is changed. */
export const UpdateServiceInput = z
  .strictObject({
    name: text(120).exactOptional(),
    description: text(500).exactOptional(),
    phrases: lines(40).exactOptional().meta({ description: 'What customers call it, problems included' }),
    includes: lines(20).exactOptional(),
    excludes: lines(20).exactOptional(),
    unit: text(40).exactOptional().meta({ example: 'AC unit' }),
    pricePaise: z
      .number()
      .int()
      .min(100)
      .max(10_000_000)
      .exactOptional()
      .meta({ description: 'Of one unit, in paise', example: 59_900 }),
    discountPercent: z.number().int().min(0).max(50).exactOptional(),
    durationMinutes: z.number().int().min(15).max(480).exactOptional().meta({ description: 'Of one unit' }),
    maxQuantity: z.number().int().min(1).max(50).exactOptional(),
    isActive: z.boolean().exactOptional().meta({ description: 'Whether it is on offer' }),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'must change at least one field');
export type UpdateServiceInput = z.input<typeof UpdateServiceInput>;

export const ListServicesInput = PageQuery.extend({
  active: z.enum(['true', 'false']).optional().meta({ description: 'Only those on offer, or only the others' }),
  subcategory: z
    .string()
    .regex(/^[\x21-\x7e]{1,32}$/, 'must be an id')
    .optional()
    .meta({ description: 'Id of a subcategory' }),
});
export type ListServicesInput = z.input<typeof ListServicesInput>;
