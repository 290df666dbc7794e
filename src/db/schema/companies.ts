import { char, json, mysqlTable } from 'drizzle-orm/mysql-core';
import { id, text, timestamps } from './columns.ts';

/** How the assistant presents itself and where a person can be reached. */
export interface Persona {
  assistantName: string;
  greeting: string;
  /** Starter buttons of the widget. */
  suggestions: string[];
  supportPhone: string;
  supportEmail: string;
  supportHours: string;
}

/** A tenant. Its id is its slug ("nexora"), chosen once. */
export const companies = mysqlTable('companies', {
  id: id(),
  name: text('name', 120).notNull(),
  timeZone: text('time_zone', 64).notNull(),
  currency: char('currency', { length: 3 }).notNull(),
  persona: json('persona').$type<Persona>().notNull(),
  ...timestamps(),
});
