import { inTransaction, type Database, type Transaction } from '#src/db/client.ts';
import { renewProviderServices } from '#src/db/queries/providers.ts';
import * as tables from '#src/db/schema/index.ts';
import type { SeedRows } from './generate/rows.ts';

const ROWS_PER_STATEMENT = 1_000;

type Table = (typeof tables)[keyof SeedRows];

/**
 * Writes all rows in one transaction: cut off half-way, it leaves nothing. Postal areas are shared by all companies,
 * and permissions by all versions of the code: those that are there already stay.
 */
export async function load(db: Database, rows: SeedRows): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const part of chunks(rows.pincodes)) await tx.insert(tables.pincodes).ignore().values(part);
    await tx.insert(tables.permissions).ignore().values(rows.permissions);
    await insert(tx, tables.companies, rows.companies);
    await insert(tx, tables.categories, rows.categories);
    await insert(tx, tables.subcategories, rows.subcategories);
    await insert(tx, tables.rateCards, rows.rateCards);
    await insert(tx, tables.rateCardPincodes, rows.rateCardPincodes);
    await insert(tx, tables.users, rows.users);
    await insert(tx, tables.roles, rows.roles);
    await insert(tx, tables.rolePermissions, rows.rolePermissions);
    await insert(tx, tables.staff, rows.staff);
    await insert(tx, tables.addresses, rows.addresses);
    await insert(tx, tables.providers, rows.providers);
    await insert(tx, tables.providerSubcategories, rows.providerSubcategories);
    await insert(tx, tables.providerPincodes, rows.providerPincodes);
    await renewProviderServices(tx);
    await insert(tx, tables.conversations, rows.conversations);
    await insert(tx, tables.turns, rows.turns);
    await insert(tx, tables.messages, rows.messages);
    await insert(tx, tables.bookings, rows.bookings);
    await insert(tx, tables.bookingItems, rows.bookingItems);
    await insert(tx, tables.slotHolds, rows.slotHolds);
    await insert(tx, tables.refunds, rows.refunds);
    await insert(tx, tables.complaints, rows.complaints);
    await insert(tx, tables.complaintUpdates, rows.complaintUpdates);
    await insert(tx, tables.priorityQueue, rows.priorityQueue);
    await insert(tx, tables.staffActivityLog, rows.staffActivityLog);
    await insert(tx, tables.events, rows.events);
  });
}

async function insert<T extends Table>(tx: Transaction, table: T, rows: T['$inferInsert'][]): Promise<void> {
  for (const part of chunks(rows)) await tx.insert(table).values(part);
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) yield rows.slice(i, i + ROWS_PER_STATEMENT);
}
