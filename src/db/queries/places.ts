import { and, asc, between, eq, inArray, like, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { pincodes, providers, providerServices, rateCardPincodes, rateCards } from '../schema/index.ts';

/** Of latitude. */
const KILOMETRES_PER_DEGREE = 111.2;

export type PincodeRow = typeof pincodes.$inferSelect;

export async function selectPincode(db: Db, pincode: string): Promise<PincodeRow | undefined> {
  const [row] = await db.select().from(pincodes).where(eq(pincodes.pincode, pincode));
  return row;
}

export async function selectCities(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ city: pincodes.city }).from(pincodes).orderBy(asc(pincodes.city));
  return rows.map((row) => row.city);
}

/** A service reaches a pincode when it is offered there and an active provider of its kind works there. */
export async function isServed(db: Db, companyId: string, rateCardId: string, pincode: string): Promise<boolean> {
  const rows = await db
    .select({ pincode: rateCardPincodes.pincode })
    .from(rateCardPincodes)
    .innerJoin(rateCards, eq(rateCards.id, rateCardPincodes.rateCardId))
    .innerJoin(
      providerServices,
      and(
        eq(providerServices.pincode, rateCardPincodes.pincode),
        eq(providerServices.subcategoryId, rateCards.subcategoryId),
      ),
    )
    .innerJoin(
      providers,
      and(
        eq(providers.id, providerServices.providerId),
        eq(providers.companyId, companyId),
        eq(providers.status, 'active'),
      ),
    )
    .where(
      and(
        eq(rateCardPincodes.rateCardId, rateCardId),
        eq(rateCards.companyId, companyId),
        eq(rateCardPincodes.pincode, pincode),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Where to look: a square around a point, or the pincodes that begin alike. */
export type Region = { latitude: number; longitude: number; kilometres: number } | { prefix: string };

function within(region: Region) {
  if ('prefix' in region) return like(pincodes.pincode, `${region.prefix}%`);
  const north = region.kilometres / KILOMETRES_PER_DEGREE;
  const east = north / Math.cos((region.latitude * Math.PI) / 180);
  return and(
    between(pincodes.latitude, region.latitude - north, region.latitude + north),
    between(pincodes.longitude, region.longitude - east, region.longitude + east),
  );
}

/**
 * The pincodes of a region that a service reaches or, without a service, that any service of the company reaches.
 * Each is settled by the first provider found: with its limit the subquery stays one look-up for each place, where
 * the database would else work out all served places of the country first.
 */
export async function selectServedPincodes(
  db: Db,
  companyId: string,
  region: Region,
  rateCardId?: string,
): Promise<PincodeRow[]> {
  const card = rateCardId === undefined ? sql`` : sql`and rc.id = ${rateCardId}`;
  return db
    .select()
    .from(pincodes)
    .where(
      and(
        within(region),
        sql`(select 1 from ${rateCardPincodes} rp
          straight_join ${rateCards} rc on rc.id = rp.rate_card_id and rc.company_id = ${companyId} and rc.is_active ${card}
          straight_join ${providerServices} ps on ps.pincode = rp.pincode and ps.subcategory_id = rc.subcategory_id
          straight_join ${providers} p on p.id = ps.provider_id and p.status = 'active' and p.company_id = ${companyId}
          where rp.pincode = ${pincodes.pincode} limit 1) is not null`,
      ),
    );
}

/** Active services on offer at a pincode, by id: all, or those of `among`. */
export async function selectServicesAt(
  db: Db,
  companyId: string,
  pincode: string,
  among?: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: rateCardPincodes.rateCardId })
    .from(rateCardPincodes)
    .innerJoin(rateCards, eq(rateCards.id, rateCardPincodes.rateCardId))
    .where(
      and(
        eq(rateCardPincodes.pincode, pincode),
        among && inArray(rateCardPincodes.rateCardId, [...among]),
        eq(rateCards.companyId, companyId),
        eq(rateCards.isActive, true),
        // With its limit and order it stays one look-up for each service; a plain "exists" reads all who work there.
        sql`(select 1 from ${providerServices} ps
          straight_join ${providers} p on p.id = ps.provider_id and p.status = 'active' and p.company_id = ${companyId}
          where ps.pincode = ${pincode} and ps.subcategory_id = ${rateCards.subcategoryId} limit 1) is not null`,
      ),
    );
  return rows.map((row) => row.id);
}

/** Which of these postal areas exist. */
export async function selectKnownPincodes(db: Db, wanted: string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const rows = await db.select({ pincode: pincodes.pincode }).from(pincodes).where(inArray(pincodes.pincode, wanted));
  return rows.map((row) => row.pincode);
}
