import type { KnowledgeDocument } from '#src/rag/contract.ts';
import { CATALOGUE } from './data/catalogue/index.ts';
import { PINCODES } from './data/geography/index.ts';
import type { PincodeSeed } from './data/types.ts';
import { generateActivity } from './generate/activity.ts';
import { generateAddresses } from './generate/addresses.ts';
import { generateBookings, slotHoldRows, type World } from './generate/bookings.ts';
import { catalogueRows } from './generate/catalogue.ts';
import { createTaken, firstCohort, furtherCohort } from './generate/cohort.ts';
import { COMPANY_ID, companyRow } from './generate/company.ts';
import { generateComplaints } from './generate/complaints.ts';
import { generateConversations } from './generate/conversations.ts';
import { coverageOf, generateCoverage } from './generate/coverage.ts';
import { generateEvents, receiptId } from './generate/events.ts';
import { createNotices, type Notices } from './generate/notices.ts';
import { policyAnswers, type PolicyAnswer } from './generate/policy-answers.ts';
import { generateLocalProviders, generateProviders, type Provider } from './generate/providers.ts';
import { generateQueue } from './generate/queue.ts';
import { createRandom, seedId } from './generate/random.ts';
import { generateRefunds } from './generate/refunds.ts';
import type { SeedRows } from './generate/rows.ts';
import { servedPincodes } from './generate/served-pincodes.ts';
import { generateStaff, teamOf, type Team } from './generate/staff.ts';
import { generateFurtherCustomers, generateUsers, type Customer } from './generate/users.ts';

export interface SeedInput {
  /** `YYYY-MM-DD`, a day in India: everything is dated relative to it, and it is the only thing that varies. */
  seedDate: string;
  /** The company's policies, for what the assistant answered about them. */
  documents: readonly KnowledgeDocument[];
}

/** What all cohorts have in common. */
interface Setting {
  policies: readonly PolicyAnswer[];
  notices: Notices;
  team: Team;
}

/** All rows of the first company. Pure: the same input gives the same rows, ids included. */
export const plan = (input: SeedInput): SeedRows => planCohorts(input, 1).first;

/** Rows of a further cohort: those of the company itself are missing. */
export type CohortRows = ReturnType<typeof cohortRows>;

/**
 * The same rows, and lazily those of `scale` − 1 further cohorts of the same size, oldest first: other people in the
 * same cities, each cohort with its own professionals, so that none of them is needed at two places at once.
 */
export function planCohorts(
  { seedDate, documents }: SeedInput,
  scale: number,
): { first: SeedRows; further: () => Generator<CohortRows> } {
  const taken = createTaken();
  const cohort = firstCohort(seedDate, taken);
  const { clock } = cohort;
  const company = companyRow(clock);
  const at = clock.at(-420, 12);
  const catalogue = catalogueRows({
    companyId: COMPANY_ID,
    catalogue: CATALOGUE,
    idOf: (prefix, slug) => seedId(prefix, at, slug),
    at,
  });
  const served = servedPincodes(PINCODES);
  const providers = generateProviders(cohort, served, catalogue);
  const coverage = generateCoverage(served, catalogue, providers);
  const users = generateUsers(cohort, served);
  const addresses = generateAddresses(cohort, users.customers, served);
  const places = new Map(PINCODES.map((place) => [place.pincode, place]));
  const setting: Setting = {
    policies: policyAnswers(documents),
    notices: createNotices(company),
    team: teamOf(users),
  };
  const common = { catalogue, places };
  const staff = generateStaff(clock, users);
  const world = { ...common, cohort, coverage, customers: users.customers, addressesOf: ownersOf(addresses) };
  const rows = cohortRows(world, setting, { customers: users.customers, addresses, providers, staff: staff.staff });
  const first: SeedRows = {
    companies: [company],
    pincodes: PINCODES.map(({ streets: _streets, ...row }) => row),
    ...catalogue,
    rateCardPincodes: coverage.rateCardPincodes,
    ...staff,
    ...rows,
    users: [users.admin, ...users.ops, ...rows.users],
  };

  function* further(): Generator<CohortRows> {
    const cities = [...Map.groupBy(served, (place) => place.city).values()];
    for (let index = 1; index < scale; index++) {
      const later = furtherCohort(seedDate, index, scale, taken);
      const city = createRandom(later.key('city')).weighted(cities, sizeOf);
      const theirProviders = generateLocalProviders(later, city, catalogue);
      const customers = generateFurtherCustomers(later, city);
      const active = customers.slice(0, users.customers.length);
      const theirAddresses = generateAddresses(later, active, city);
      const theirWorld = {
        ...common,
        cohort: later,
        coverage: coverageOf(coverage, theirProviders),
        customers: active,
        addressesOf: ownersOf(theirAddresses),
      };
      const people = { customers, addresses: theirAddresses, providers: theirProviders, staff: [] };
      yield cohortRows(theirWorld, setting, people);
    }
  }
  return { first, further };
}

const sizeOf = (city: readonly PincodeSeed[]) => city.length;

function ownersOf(addresses: SeedRows['addresses']): World['addressesOf'] {
  const theirs = Map.groupBy(addresses, (row) => row.userId);
  return (userId) => theirs.get(userId) ?? [];
}

/** People, and everything that came of it. */
function cohortRows(
  world: World,
  { policies, notices, team }: Setting,
  people: {
    customers: readonly Customer[];
    addresses: SeedRows['addresses'];
    providers: readonly Provider[];
    staff: SeedRows['staff'];
  },
) {
  const { now } = world.cohort.clock;
  const bookings = generateBookings(world);
  const receipts = new Map(bookings.map(({ row }) => [row.id, receiptId(row)]));
  const talks = generateConversations(
    { ...world, bookings, policies, notices },
    (bookingId) => receipts.get(bookingId) ?? '',
  );
  const refunds = generateRefunds(bookings, now, team);
  const { complaints, updates } = generateComplaints(world, bookings, team);
  const events = generateEvents({ bookings, refunds, complaints, talks }, team);
  return {
    users: people.customers.map(({ home: _home, ...row }) => row),
    addresses: people.addresses,
    providers: people.providers.map(({ subcategoryIds: _skills, pincodes: _areas, ...row }) => row),
    providerSubcategories: people.providers.flatMap(({ id, subcategoryIds }) =>
      [...subcategoryIds].map((subcategoryId) => ({ providerId: id, subcategoryId })),
    ),
    providerPincodes: people.providers.flatMap(({ id, pincodes }) =>
      [...pincodes].map((pincode) => ({ providerId: id, pincode })),
    ),
    conversations: talks.conversations,
    turns: talks.turns,
    messages: talks.messages,
    bookings: bookings.map(({ row }) => ({ ...row, conversationId: talks.madeIn.get(row.id)?.conversationId ?? null })),
    bookingItems: bookings.flatMap(({ items }) => items),
    slotHolds: slotHoldRows(bookings),
    refunds,
    complaints,
    complaintUpdates: updates,
    priorityQueue: generateQueue({ bookings, refunds, complaints, talks }, now, team),
    staffActivityLog: generateActivity(events, people.staff, complaints),
    events,
  };
}
