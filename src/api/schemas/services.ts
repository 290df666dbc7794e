import { z } from 'zod';

const paise = z.number().int();
const duration = z.number().int().meta({ description: 'Minutes that one unit takes', example: 60 });

const Named = z.strictObject({
  id: z.string(),
  slug: z.string().meta({ example: 'ac-repair' }),
  name: z.string().meta({ example: 'AC repair' }),
});

export const CategoriesBody = z.strictObject({
  items: z.array(
    Named.extend({
      description: z.string(),
      subcategoryCount: z.number().int(),
      serviceCount: z.number().int(),
    }),
  ),
});

export const SubcategoriesBody = z.strictObject({
  items: z.array(
    Named.extend({
      description: z.string(),
      category: Named,
      serviceCount: z.number().int(),
      fromPaise: paise.exactOptional().meta({
        description: 'Of the cheapest service, discount taken off, before visiting charge and tax',
        example: 29_900,
      }),
    }),
  ),
});

/** A service as lists show it. */
export const ServiceSummaryBody = Named.extend({
  description: z.string(),
  category: Named,
  subcategory: Named,
  unit: z.string().meta({ description: 'What one of `quantity` is', example: 'AC unit' }),
  pricePaise: paise.meta({ description: 'Of one unit, before discount, visiting charge and tax', example: 59_900 }),
  discountPercent: z.number().int(),
  durationMinutes: duration,
});

export const ServicesPageBody = z.strictObject({
  items: z.array(ServiceSummaryBody),
  nextCursor: z.string().exactOptional(),
});

export const ServiceBody = ServiceSummaryBody.extend({
  includes: z.array(z.string()),
  excludes: z.array(z.string()),
  maxQuantity: z.number().int().meta({ description: 'The most that one visit can take' }),
  version: z.number().int().meta({ description: 'For `If-Match`; also the `ETag`' }),
});

export const RecommendationsBody = z.strictObject({
  items: z.array(
    z.strictObject({
      service: ServiceSummaryBody,
      reason: z.enum(['problem', 'booked-before', 'popular']).meta({ description: 'What speaks for it most' }),
    }),
  ),
});

/** One service of a visit, priced. */
export const PricedItemBody = z.strictObject({
  rateCardId: z.string(),
  name: z.string().meta({ example: 'AC repair visit' }),
  quantity: z.number().int(),
  unitPricePaise: paise,
  discountPaise: paise,
  totalPaise: paise.meta({ description: 'unitPrice × quantity − discount, before visiting charge and tax' }),
  durationMinutes: duration,
});

export const PriceBody = z.strictObject({
  items: z.array(PricedItemBody).meta({ description: 'Line by line, in the order asked for' }),
  subtotalPaise: paise.meta({ description: 'Of all items, before discounts' }),
  visitingChargePaise: paise,
  discountPaise: paise,
  gstPaise: paise,
  totalPaise: paise.meta({ description: 'subtotal + visitingCharge − discount + gst', example: 64_782 }),
  policyVersion: z.string().meta({ description: 'Of the rules for charges and tax', example: '2026-10' }),
});

export const PlaceBody = z.strictObject({
  pincode: z.string().meta({ example: '560034' }),
  locality: z.string().meta({ example: 'Koramangala' }),
  city: z.string().meta({ example: 'Bengaluru' }),
  state: z.string().meta({ example: 'Karnataka' }),
  tier: z
    .number()
    .int()
    .meta({ description: '1 metro core, 2 outskirts and large cities, 3 others: decides the visiting charge' }),
});

export const QuoteBody = z.strictObject({
  service: Named,
  place: PlaceBody,
  hours: z.number().int().meta({ description: 'Whole hours of a professional’s time', example: 1 }),
  currency: z.literal('INR'),
  price: PriceBody,
});

export const RatesBody = z.strictObject({
  subcategory: Named,
  place: PlaceBody.exactOptional(),
  items: z.array(
    z.strictObject({
      service: ServiceSummaryBody,
      isOffered: z.boolean().exactOptional().meta({ description: 'At the pincode that was asked for' }),
      price: PriceBody.exactOptional().meta({ description: 'Of one unit at the pincode that was asked for' }),
    }),
  ),
});

export const AttributesBody = z.strictObject({
  service: Named,
  unit: z.string(),
  maxQuantity: z.number().int().meta({ description: 'The most that one visit can take' }),
  durationMinutes: duration,
  hoursByQuantity: z
    .array(z.strictObject({ quantity: z.number().int(), hours: z.number().int() }))
    .meta({ description: 'Whole hours that are booked, for each quantity that one visit can take' }),
  opensAt: z.number().int().meta({ description: 'Local hour at which the first job may start', example: 9 }),
  closesAt: z.number().int().meta({ description: 'Local hour by which the last job must end', example: 21 }),
  timeZone: z.string().meta({ example: 'Asia/Kolkata' }),
  minLeadHours: z.number().int().meta({ description: 'Notice that a booking needs' }),
  maxDaysAhead: z.number().int(),
  holdMinutes: z.number().int().meta({ description: 'How long an hour is kept while the customer decides' }),
  gstPercent: z.number(),
  visitingCharges: z.array(z.strictObject({ tier: z.number().int(), chargePaise: paise })),
  policyVersion: z.string(),
});

/** A service as the staff who keep the catalogue see it. */
export const ManagedServiceBody = Named.extend({
  subcategoryId: z.string(),
  description: z.string(),
  phrases: z.array(z.string()).meta({ description: 'What customers call it, problems included' }),
  includes: z.array(z.string()),
  excludes: z.array(z.string()),
  unit: z.string(),
  pricePaise: paise,
  discountPercent: z.number().int(),
  durationMinutes: duration,
  maxQuantity: z.number().int(),
  isDefault: z.boolean(),
  isActive: z.boolean(),
  version: z.number().int(),
  updatedAt: z.iso.datetime(),
});

export const ManagedServicesPageBody = z.strictObject({
  items: z.array(ManagedServiceBody),
  nextCursor: z.string().exactOptional(),
});

export const PincodeBody = PlaceBody.extend({
  visitingChargePaise: paise,
  isServed: z.boolean(),
  serviceCount: z.number().int().meta({ description: 'Services on offer there' }),
  nearest: z
    .array(PlaceBody.extend({ kilometres: z.number() }))
    .meta({ description: 'Served places close by, when nothing is on offer here' }),
});
