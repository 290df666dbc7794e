import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';

const key = z.string().regex(/^[\x21-\x7e]{1,64}$/, 'must be an id');
const pincode = z
  .string()
  .regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode')
  .meta({ example: '560034' });

export const PROVIDER_STATUSES = ['active', 'paused', 'removed'] as const;
export const PROVIDER_SORTS = ['-rating', 'rating', '-jobs', 'jobs', 'name', '-name'] as const;

export const ListProvidersInput = PageQuery.extend({
  city: z.string().trim().min(1, 'must not be empty').max(80).optional().meta({ example: 'Bengaluru' }),
  subcategory: key.optional().meta({ description: 'Id or slug of what they can do', example: 'ac-repair' }),
  pincode: pincode.optional().meta({ description: 'Where they work' }),
  minRating: z.coerce.number().min(1).max(5).optional(),
  status: z
    .enum(PROVIDER_STATUSES)
    .default('active')
    .meta({ description: 'Others than the active ones are shown to staff who may see providers' }),
  sort: z.enum(PROVIDER_SORTS).default('-rating').meta({ description: 'With a minus the greatest comes first' }),
});
export type ListProvidersInput = z.input<typeof ListProvidersInput>;

export const SearchProvidersInput = PageQuery.extend({
  service: key.meta({ description: 'Id or slug of the service', example: 'ac-repair-visit' }),
  pincode,
});
export type SearchProvidersInput = z.input<typeof SearchProvidersInput>;

export const ListProviderHoursInput = z.strictObject({
  date: z.iso.date('must be a day such as 2026-11-21').optional().meta({ description: 'First local day; else today' }),
  days: z.coerce.number().int().min(1).max(14).default(7),
});
export type ListProviderHoursInput = z.input<typeof ListProviderHoursInput>;

/** Only what is given is changed; lists replace what was there. */
export const UpdateProviderInput = z
  .strictObject({
    status: z.enum(PROVIDER_STATUSES).exactOptional(),
    subcategories: z.array(key).min(1).max(100).exactOptional().meta({ description: 'Ids of all they can do' }),
    pincodes: z.array(pincode).min(1).max(300).exactOptional().meta({ description: 'Everywhere they work' }),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'must change at least one field');
export type UpdateProviderInput = z.input<typeof UpdateProviderInput>;
