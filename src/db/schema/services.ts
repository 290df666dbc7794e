import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  int,
  json,
  mysqlTable,
  primaryKey,
  smallint,
  uniqueIndex,
} from 'drizzle-orm/mysql-core';
import { companyId, id, key, pincodeKey, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { pincodes } from './pincodes.ts';

export const categories = mysqlTable(
  'categories',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    slug: key('slug', 64).notNull(),
    name: text('name', 80).notNull(),
    description: text('description', 500).notNull(),
    sortOrder: smallint('sort_order').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    ...timestamps(),
  },
  (t) => [uniqueIndex('categories_company_slug').on(t.companyId, t.slug)],
);

export const subcategories = mysqlTable(
  'subcategories',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    categoryId: key('category_id')
      .notNull()
      .references(() => categories.id),
    slug: key('slug', 64).notNull(),
    name: text('name', 80).notNull(),
    description: text('description', 500).notNull(),
    /** What customers call it, problems included. */
    phrases: json('phrases').$type<string[]>().notNull(),
    sortOrder: smallint('sort_order').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('subcategories_company_slug').on(t.companyId, t.slug),
    index('subcategories_category').on(t.categoryId, t.sortOrder),
  ],
);

/** One bookable service with its price. */
export const rateCards = mysqlTable(
  'rate_cards',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    subcategoryId: key('subcategory_id')
      .notNull()
      .references(() => subcategories.id),
    slug: key('slug', 64).notNull(),
    name: text('name', 120).notNull(),
    description: text('description', 500).notNull(),
    phrases: json('phrases').$type<string[]>().notNull(),
    includes: json('includes').$type<string[]>().notNull(),
    excludes: json('excludes').$type<string[]>().notNull(),
    /** What one of `quantity` is: "AC unit", "bathroom", "visit". */
    unit: text('unit', 40).notNull(),
    pricePaise: int('price_paise').notNull(),
    discountPercent: smallint('discount_percent').notNull().default(0),
    /** Of one unit. */
    durationMinutes: smallint('duration_minutes').notNull(),
    maxQuantity: smallint('max_quantity').notNull(),
    /** The one to offer when only the subcategory was named. */
    isDefault: boolean('is_default').notNull().default(false),
    version: int('version').notNull().default(1),
    isActive: boolean('is_active').notNull().default(true),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('rate_cards_company_slug').on(t.companyId, t.slug),
    index('rate_cards_subcategory').on(t.subcategoryId, t.isActive),
    check('rate_cards_price', sql`${t.pricePaise} > 0`),
    check('rate_cards_discount', sql`${t.discountPercent} between 0 and 50`),
    check('rate_cards_duration', sql`${t.durationMinutes} between 15 and 480`),
    check('rate_cards_max_quantity', sql`${t.maxQuantity} between 1 and 50`),
  ],
);

/** Where a service is offered. */
export const rateCardPincodes = mysqlTable(
  'rate_card_pincodes',
  {
    rateCardId: key('rate_card_id')
      .notNull()
      .references(() => rateCards.id),
    pincode: pincodeKey()
      .notNull()
      .references(() => pincodes.pincode),
  },
  (t) => [
    primaryKey({ columns: [t.rateCardId, t.pincode] }),
    index('rate_card_pincodes_pincode').on(t.pincode, t.rateCardId),
  ],
);
