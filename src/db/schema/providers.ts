import { sql } from 'drizzle-orm';
import { check, decimal, index, int, mysqlEnum, mysqlTable, primaryKey, uniqueIndex } from 'drizzle-orm/mysql-core';
import { companyId, id, key, pincodeKey, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { pincodes } from './pincodes.ts';
import { subcategories } from './services.ts';

/** The professionals who do the jobs. */
export const providers = mysqlTable(
  'providers',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    name: text('name', 120).notNull(),
    phone: key('phone', 16).notNull(),
    city: text('city', 80).notNull(),
    status: mysqlEnum('status', ['active', 'paused', 'removed']).notNull().default('active'),
    /** Mean of the ratings, 1–5. */
    rating: decimal('rating', { precision: 3, scale: 2, mode: 'number' }).notNull(),
    ratingCount: int('rating_count').notNull(),
    /** Of all ratings: the mean is rounded and cannot be added to. */
    ratingSum: int('rating_sum').notNull().default(0),
    jobsCompleted: int('jobs_completed').notNull(),
    version: int('version').notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('providers_company_phone').on(t.companyId, t.phone),
    index('providers_company_city').on(t.companyId, t.city),
    index('providers_company_rating').on(t.companyId, t.status, t.rating, t.id),
    index('providers_company_jobs').on(t.companyId, t.status, t.jobsCompleted, t.id),
    index('providers_company_name').on(t.companyId, t.status, t.name, t.id),
    check('providers_rating', sql`${t.rating} between 1 and 5`),
  ],
);

export const providerSubcategories = mysqlTable(
  'provider_subcategories',
  {
    providerId: key('provider_id')
      .notNull()
      .references(() => providers.id),
    subcategoryId: key('subcategory_id')
      .notNull()
      .references(() => subcategories.id),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.subcategoryId] }),
    index('provider_subcategories_subcategory').on(t.subcategoryId, t.providerId),
  ],
);

export const providerPincodes = mysqlTable(
  'provider_pincodes',
  {
    providerId: key('provider_id')
      .notNull()
      .references(() => providers.id),
    pincode: pincodeKey()
      .notNull()
      .references(() => pincodes.pincode),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.pincode] }),
    index('provider_pincodes_pincode').on(t.pincode, t.providerId),
  ],
);

/**
 * Who does what where: follows from skills and areas, and is kept so that those who can do a job are one range of the
 * key, however many work at the place.
 */
export const providerServices = mysqlTable(
  'provider_services',
  {
    pincode: pincodeKey()
      .notNull()
      .references(() => pincodes.pincode),
    // Without a foreign key of its own, which would want an index more: it comes from a row that has one.
    subcategoryId: key('subcategory_id').notNull(),
    providerId: key('provider_id')
      .notNull()
      .references(() => providers.id),
  },
  (t) => [
    primaryKey({ name: 'provider_services_pk', columns: [t.pincode, t.subcategoryId, t.providerId] }),
    index('provider_services_provider').on(t.providerId),
  ],
);
