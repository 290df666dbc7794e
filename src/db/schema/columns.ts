import { sql } from 'drizzle-orm';
import { customType, datetime, varchar } from 'drizzle-orm/mysql-core';

/** Ids and keys compare byte by byte: ascii, no collation. Written as `prefix_` + ULID, so they sort by creation. */
const asciiKey = customType<{ data: string; config: { length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 32}) character set ascii collate ascii_bin`,
});

export const key = (name: string, length = 32) => asciiKey(name, { length });
export const id = () => key('id').primaryKey();
export const companyId = () => key('company_id').notNull();
export const pincodeKey = (name = 'pincode') => key(name, 6);
export const text = (name: string, length = 255) => varchar(name, { length });

/** UTC instant with milliseconds. */
export const instant = (name: string) => datetime(name, { mode: 'date', fsp: 3 });

const nowUtc = sql`(utc_timestamp(3))`;
export const createdAt = () => instant('created_at').notNull().default(nowUtc);
export const timestamps = () => ({
  createdAt: createdAt(),
  updatedAt: instant('updated_at')
    .notNull()
    .default(nowUtc)
    .$onUpdate(() => new Date()),
});
