import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import {
  bookings,
  providerPincodes,
  providers,
  providerServices,
  providerSubcategories,
  users,
} from '../schema/index.ts';

export type ProviderRow = typeof providers.$inferSelect;
export type ProviderStatus = ProviderRow['status'];

const SORT_COLUMNS = { rating: providers.rating, jobs: providers.jobsCompleted, name: providers.name };

const SORT_INDEXES = {
  rating: 'providers_company_rating',
  jobs: 'providers_company_jobs',
  name: 'providers_company_name',
};

export interface ProvidersFilter {
  companyId: string;
  status: ProviderStatus;
  city?: string | undefined;
  subcategoryId?: string | undefined;
  pincode?: string | undefined;
  minRating?: number | undefined;
  sort: { by: keyof typeof SORT_COLUMNS; descending: boolean };
  /** The last row of the page before: its sort value and id. */
  after?: { value: string | number; id: string } | undefined;
  limit: number;
}

/**
 * One statement, along the index of the sort order, or of the skill and place when they are given. The ids are found
 * first, in the index alone: later pages step over many rows, and need not read them.
 */
export async function selectProviders(db: Db, filter: ProvidersFilter): Promise<ProviderRow[]> {
  const { companyId, status, city, subcategoryId, pincode, minRating, sort, after } = filter;
  const column = SORT_COLUMNS[sort.by];
  const [order, beyond, notBefore] = sort.descending ? [desc, lt, lte] : [asc, gt, gte];
  // One skill in ten or twenty has it: stepping along the order beats sorting all who have it.
  const hint = subcategoryId !== undefined && pincode === undefined ? { forceIndex: SORT_INDEXES[sort.by] } : {};
  const query = db.select({ id: providers.id }).from(providers, hint).$dynamic();
  if (pincode !== undefined && subcategoryId !== undefined)
    query.innerJoin(
      providerServices,
      and(
        eq(providerServices.providerId, providers.id),
        eq(providerServices.pincode, pincode),
        eq(providerServices.subcategoryId, subcategoryId),
      ),
    );
  else if (pincode !== undefined)
    query.innerJoin(
      providerPincodes,
      and(eq(providerPincodes.providerId, providers.id), eq(providerPincodes.pincode, pincode)),
    );
  else if (subcategoryId !== undefined)
    query.innerJoin(
      providerSubcategories,
      and(eq(providerSubcategories.providerId, providers.id), eq(providerSubcategories.subcategoryId, subcategoryId)),
    );
  // Said so that the index is entered at the place, not read from its start.
  const isAfter =
    after && and(notBefore(column, after.value), or(beyond(column, after.value), beyond(providers.id, after.id)));
  const page = query
    .where(
      and(
        eq(providers.companyId, companyId),
        eq(providers.status, status),
        city === undefined ? undefined : eq(providers.city, city),
        minRating === undefined ? undefined : gte(providers.rating, minRating),
        isAfter,
      ),
    )
    .orderBy(order(column), order(providers.id))
    .limit(filter.limit)
    .as('page');
  return db
    .select(getTableColumns(providers))
    .from(page)
    .innerJoin(providers, eq(providers.id, page.id))
    .orderBy(order(column), order(providers.id));
}

export async function selectProvider(db: Db, companyId: string, id: string): Promise<ProviderRow | undefined> {
  const [row] = await db
    .select()
    .from(providers)
    .where(and(eq(providers.id, id), eq(providers.companyId, companyId)));
  return row;
}

/** Locked until the transaction ends. */
export async function lockProvider(db: Db, companyId: string, id: string): Promise<ProviderRow | undefined> {
  const [row] = await db
    .select()
    .from(providers)
    .where(and(eq(providers.id, id), eq(providers.companyId, companyId)))
    .for('update');
  return row;
}

export async function updateProviderStatus(
  db: Db,
  input: { companyId: string; id: string; status: ProviderStatus; at: Date },
): Promise<void> {
  await db
    .update(providers)
    .set({ status: input.status, updatedAt: input.at, version: sql`${providers.version} + 1` })
    .where(and(eq(providers.id, input.id), eq(providers.companyId, input.companyId)));
}

/** What these providers can do. */
export async function selectSkills(
  db: Db,
  providerIds: string[],
): Promise<{ providerId: string; subcategoryId: string }[]> {
  if (providerIds.length === 0) return [];
  return db.select().from(providerSubcategories).where(inArray(providerSubcategories.providerId, providerIds));
}

/** Where a provider works. */
export async function selectAreas(db: Db, providerId: string): Promise<string[]> {
  const rows = await db
    .select({ pincode: providerPincodes.pincode })
    .from(providerPincodes)
    .where(eq(providerPincodes.providerId, providerId))
    .orderBy(asc(providerPincodes.pincode));
  return rows.map((row) => row.pincode);
}

export async function insertSkills(db: Db, providerId: string, subcategoryIds: string[]): Promise<void> {
  if (subcategoryIds.length === 0) return;
  await db.insert(providerSubcategories).values(subcategoryIds.map((subcategoryId) => ({ providerId, subcategoryId })));
}

export async function deleteSkills(db: Db, providerId: string, subcategoryIds: string[]): Promise<void> {
  if (subcategoryIds.length === 0) return;
  await db
    .delete(providerSubcategories)
    .where(
      and(
        eq(providerSubcategories.providerId, providerId),
        inArray(providerSubcategories.subcategoryId, subcategoryIds),
      ),
    );
}

export async function insertAreas(db: Db, providerId: string, pincodes: string[]): Promise<void> {
  if (pincodes.length === 0) return;
  await db.insert(providerPincodes).values(pincodes.map((pincode) => ({ providerId, pincode })));
}

export async function deleteAreas(db: Db, providerId: string, pincodes: string[]): Promise<void> {
  if (pincodes.length === 0) return;
  await db
    .delete(providerPincodes)
    .where(and(eq(providerPincodes.providerId, providerId), inArray(providerPincodes.pincode, pincodes)));
}

/** Makes what providers do where agree with their skills and areas: one provider's, or, for a load, what is missing of all. */
export async function renewProviderServices(db: Db, providerId?: string): Promise<void> {
  if (providerId !== undefined) await db.delete(providerServices).where(eq(providerServices.providerId, providerId));
  await db
    .insert(providerServices)
    .ignore()
    .select(
      db
        .select({
          pincode: providerPincodes.pincode,
          subcategoryId: providerSubcategories.subcategoryId,
          providerId: providerPincodes.providerId,
        })
        .from(providerPincodes)
        .innerJoin(providerSubcategories, eq(providerSubcategories.providerId, providerPincodes.providerId))
        .where(providerId === undefined ? undefined : eq(providerPincodes.providerId, providerId))
        .orderBy(providerPincodes.pincode, providerSubcategories.subcategoryId, providerPincodes.providerId),
    );
}

export interface ReviewRow {
  /** Of the booking. */
  id: string;
  startsAt: Date;
  rating: number;
  review: string | null;
  /** Null once the customer's account is deleted. */
  customerName: string | null;
}

/** Rated bookings of a provider, latest job first, along the index of provider and start. */
export async function selectReviews(
  db: Db,
  input: { companyId: string; providerId: string; after?: { startsAt: Date; id: string } | undefined; limit: number },
): Promise<ReviewRow[]> {
  const { after } = input;
  return db
    .select({
      id: bookings.id,
      startsAt: bookings.startsAt,
      rating: sql<number>`${bookings.rating}`,
      review: bookings.review,
      customerName: sql<string | null>`if(${users.status} = 'deleted', null, ${users.name})`,
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .where(
      and(
        eq(bookings.providerId, input.providerId),
        eq(bookings.companyId, input.companyId),
        isNotNull(bookings.rating),
        after &&
          and(
            lte(bookings.startsAt, after.startsAt),
            or(lt(bookings.startsAt, after.startsAt), lt(bookings.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(bookings.startsAt), desc(bookings.id))
    .limit(input.limit);
}
