import { sql } from 'drizzle-orm';
import { check, decimal, index, mysqlTable, tinyint } from 'drizzle-orm/mysql-core';
import { pincodeKey, text } from './columns.ts';

/** Postal areas of India: geography, shared by all companies. */
export const pincodes = mysqlTable(
  'pincodes',
  {
    pincode: pincodeKey().primaryKey(),
    locality: text('locality', 120).notNull(),
    city: text('city', 80).notNull(),
    state: text('state', 80).notNull(),
    /** 1 metro core, 2 metro outskirts and large cities, 3 others: decides the visiting charge. */
    tier: tinyint('tier').notNull(),
    /** Degrees, to find the nearest served area; good to about a kilometre. */
    latitude: decimal('latitude', { precision: 8, scale: 5, mode: 'number' }).notNull(),
    longitude: decimal('longitude', { precision: 8, scale: 5, mode: 'number' }).notNull(),
  },
  (t) => [
    index('pincodes_city').on(t.city),
    check('pincodes_six_digits', sql`length(${t.pincode}) = 6`),
    check('pincodes_tier', sql`${t.tier} between 1 and 3`),
  ],
);
