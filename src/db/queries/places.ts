import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import {
  pincodes,
  providerPincodes,
  providers,
  providerSubcategories,
  rateCardPincodes,
  rateCards,
} from '../schema/index.ts';

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
function served(db: Db, companyId: string, rateCardId: string, pincode?: string) {
  return db
    .select({ pincode: rateCardPincodes.pincode })
    .from(rateCardPincodes)
    .innerJoin(rateCards, eq(rateCards.id, rateCardPincodes.rateCardId))
    .innerJoin(providerPincodes, eq(providerPincodes.pincode, rateCardPincodes.pincode))
    .innerJoin(
      providerSubcategories,
      and(
        eq(providerSubcategories.providerId, providerPincodes.providerId),
        eq(providerSubcategories.subcategoryId, rateCards.subcategoryId),
      ),
    )
    .innerJoin(
      providers,
      and(
        eq(providers.id, providerPincodes.providerId),
        eq(providers.companyId, companyId),
        eq(providers.status, 'active'),
      ),
    )
    .where(
      and(
        eq(rateCardPincodes.rateCardId, rateCardId),
        eq(rateCards.companyId, companyId),
        pincode === undefined ? undefined : eq(rateCardPincodes.pincode, pincode),
      ),
    );
}

export async function isServed(db: Db, companyId: string, rateCardId: string, pincode: string): Promise<boolean> {
  const rows = await served(db, companyId, rateCardId, pincode).limit(1);
  return rows.length > 0;
}

/** All pincodes a service reaches, with their geography. */
export async function selectServedPincodes(db: Db, companyId: string, rateCardId: string): Promise<PincodeRow[]> {
  const reach = served(db, companyId, rateCardId).as('reach');
  return db
    .selectDistinct({
      pincode: pincodes.pincode,
      locality: pincodes.locality,
      city: pincodes.city,
      state: pincodes.state,
      tier: pincodes.tier,
      latitude: pincodes.latitude,
      longitude: pincodes.longitude,
    })
    .from(pincodes)
    .innerJoin(reach, eq(reach.pincode, pincodes.pincode));
}

/** Active services on offer at a pincode, by id. */
export async function selectServicesAt(db: Db, companyId: string, pincode: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: rateCardPincodes.rateCardId })
    .from(rateCardPincodes)
    .innerJoin(rateCards, eq(rateCards.id, rateCardPincodes.rateCardId))
    .where(
      and(
        eq(rateCardPincodes.pincode, pincode),
        eq(rateCards.companyId, companyId),
        eq(rateCards.isActive, true),
        sql`exists (select 1 from ${providerPincodes} pp
          join ${providerSubcategories} ps on ps.provider_id = pp.provider_id
          join ${providers} p on p.id = pp.provider_id and p.status = 'active' and p.company_id = ${companyId}
          where pp.pincode = ${pincode} and ps.subcategory_id = ${rateCards.subcategoryId})`,
      ),
    );
  return rows.map((row) => row.id);
}
