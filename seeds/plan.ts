import type { KnowledgeDocument } from '#src/rag/contract.ts';
import { CATALOGUE } from './data/catalogue/index.ts';
import { PINCODES } from './data/geography/index.ts';
import { generateAddresses } from './generate/addresses.ts';
import { generateBookings, slotHoldRows } from './generate/bookings.ts';
import { catalogueRows } from './generate/catalogue.ts';
import { COMPANY_ID, companyRow, createSeedClock } from './generate/company.ts';
import { generateConversations } from './generate/conversations.ts';
import { generateCoverage } from './generate/coverage.ts';
import { generateEvents, receiptId } from './generate/events.ts';
import { createNotices } from './generate/notices.ts';
import { policyAnswers } from './generate/policy-answers.ts';
import { generateProviders } from './generate/providers.ts';
import { seedId } from './generate/random.ts';
import type { SeedRows } from './generate/rows.ts';
import { servedPincodes } from './generate/served-pincodes.ts';
import { generateUsers } from './generate/users.ts';

export interface SeedInput {
  /** `YYYY-MM-DD`, a day in India: everything is dated relative to it, and it is the only thing that varies. */
  seedDate: string;
  /** The company's policies, for what the assistant answered about them. */
  documents: readonly KnowledgeDocument[];
}

/** All rows of the first company. Pure: the same input gives the same rows, ids included. */
export function plan({ seedDate, documents }: SeedInput): SeedRows {
  const clock = createSeedClock(seedDate);
  const company = companyRow(clock);
  const at = clock.at(-420, 12);
  const catalogue = catalogueRows({
    companyId: COMPANY_ID,
    catalogue: CATALOGUE,
    idOf: (prefix, slug) => seedId(prefix, at, slug),
    at,
  });
  const served = servedPincodes(PINCODES);
  const providers = generateProviders(clock, served, catalogue);
  const coverage = generateCoverage(served, catalogue, providers);
  const users = generateUsers(clock, served);
  const addresses = generateAddresses(users.customers, served);
  const world = {
    clock,
    catalogue,
    coverage,
    customers: users.customers,
    addresses,
    places: new Map(PINCODES.map((place) => [place.pincode, place])),
  };
  const bookings = generateBookings(world);
  const receipts = new Map(bookings.map(({ row }) => [row.id, receiptId(row)]));
  const talks = generateConversations(
    { ...world, bookings, policies: policyAnswers(documents), notices: createNotices(company) },
    (bookingId) => receipts.get(bookingId) ?? '',
  );

  return {
    companies: [company],
    pincodes: PINCODES.map(({ streets: _streets, ...row }) => row),
    ...catalogue,
    rateCardPincodes: coverage.rateCardPincodes,
    users: [users.admin, ...users.ops, ...users.customers.map(({ home: _home, ...row }) => row)],
    addresses,
    providers: providers.map(({ subcategoryIds: _skills, pincodes: _areas, ...row }) => row),
    providerSubcategories: providers.flatMap(({ id, subcategoryIds }) =>
      [...subcategoryIds].map((subcategoryId) => ({ providerId: id, subcategoryId })),
    ),
    providerPincodes: providers.flatMap(({ id, pincodes }) =>
      [...pincodes].map((pincode) => ({ providerId: id, pincode })),
    ),
    conversations: talks.conversations,
    turns: talks.turns,
    messages: talks.messages,
    bookings: bookings.map(({ row }) => ({ ...row, conversationId: talks.madeIn.get(row.id)?.conversationId ?? null })),
    bookingItems: bookings.flatMap(({ items }) => items),
    slotHolds: slotHoldRows(bookings),
    events: generateEvents(bookings, talks, users.ops),
  };
}
