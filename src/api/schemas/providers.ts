import { z } from 'zod';

const Named = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() });

/** A professional as everybody sees them; the last two only for staff who may see providers. */
export const ProviderSummaryBody = z.strictObject({
  id: z.string(),
  name: z.string().meta({ example: 'Ramesh Gowda' }),
  city: z.string().meta({ example: 'Bengaluru' }),
  rating: z.number().meta({ description: 'Mean of the ratings, 1–5', example: 4.72 }),
  ratingCount: z.number().int(),
  jobsCompleted: z.number().int(),
  services: z.array(Named).meta({ description: 'The subcategories they can do' }),
  phone: z.string().exactOptional().meta({ description: 'For staff with `providers.view`', example: '+919876543210' }),
  status: z.enum(['active', 'paused', 'removed']).exactOptional().meta({ description: 'For staff' }),
});

export const ProvidersPageBody = z.strictObject({
  items: z.array(ProviderSummaryBody),
  nextCursor: z.string().exactOptional(),
});

export const ProviderBody = ProviderSummaryBody.extend({
  pincodes: z.array(z.string()).exactOptional().meta({ description: 'Where they work; for staff' }),
  version: z.number().int().meta({ description: 'For `If-Match`; also the `ETag`' }),
});

export const ReviewsPageBody = z.strictObject({
  items: z.array(
    z.strictObject({
      rating: z.number().int(),
      review: z.string().exactOptional(),
      month: z.string().meta({ description: 'Local month of the job', example: '2026-10' }),
      initial: z.string().exactOptional().meta({ description: 'Of the customer’s first name', example: 'A.' }),
    }),
  ),
  nextCursor: z.string().exactOptional(),
});

export const ProviderHoursBody = z.strictObject({
  timeZone: z.string().meta({ example: 'Asia/Kolkata' }),
  items: z.array(
    z.strictObject({
      date: z.iso.date().meta({ description: 'Local day', example: '2026-11-21' }),
      freeHours: z
        .array(z.number().int())
        .meta({ description: 'Local hours that can be booked', example: [9, 10, 14] }),
    }),
  ),
});
