import { eq } from 'drizzle-orm';
import type { Actor } from '#src/context.ts';
import * as table from '#src/db/schema/index.ts';
import type { Deps } from '#src/deps.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { quoteBooking } from '#src/services/bookings/quote-booking.ts';
import { raiseComplaint } from '#src/services/complaints/raise-complaint.ts';
import { createAddress } from '#src/services/users/create-address.ts';
import type { TestCompany } from '#seeds/test-company.ts';
import { testCtx } from '#tests/test-ctx.ts';
import type { Dialogue } from './dialogue-schema.ts';
import { instantOf } from '#src/clock.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Makes what the dialogue takes as given, by the same verbs that made it for a real customer, at the time they did. */
export async function prepareDialogue(
  deps: Deps,
  company: TestCompany,
  { given }: Dialogue,
  now: Date,
): Promise<{ customer: Extract<Actor, { kind: 'customer' }>; fill: (text: string) => string }> {
  const { id, name } = company.customer;
  const customer = { kind: 'customer' as const, id, name };
  const at = (when: Date) => testCtx(deps, company.company, customer, when);
  for (const address of given.addresses) await createAddress(at(new Date(now.getTime() - 10 * DAY_MS)), address);

  const bookings: { id: string; number: string }[] = [];
  for (const wanted of given.bookings) {
    const startsAt = localInstant(wanted.at, company);
    const made = wanted.made
      ? localInstant(wanted.made, company)
      : new Date(Math.min(startsAt.getTime(), now.getTime()) - 3 * DAY_MS);
    const items = wanted.items.map(({ service, quantity }) => ({ rateCardId: company.rateCard(service).id, quantity }));
    const quote = await quoteBooking(at(made), { items, pincode: company.pincode.pincode, startsAt });
    const { booking } = await bookSlot(at(made), {
      items,
      startsAt,
      address: { id: company.customer.addresses[0]?.id ?? '' },
      quotedTotalPaise: quote.job.price.totalPaise,
      channel: 'web',
    });
    if (wanted.status !== 'confirmed')
      await deps.db.update(table.bookings).set({ status: wanted.status }).where(eq(table.bookings.id, booking.id));
    bookings.push(booking);
  }
  const complaints: { number: string }[] = [];
  for (const wanted of given.complaints) {
    const bookingId = wanted.booking === undefined ? undefined : bookings[wanted.booking]?.id;
    const { complaint } = await raiseComplaint(at(new Date(now.getTime() - wanted.hoursAgo * HOUR_MS)), {
      category: wanted.category,
      description: wanted.description,
      ...(bookingId ? { bookingId } : {}),
    });
    complaints.push(complaint);
  }
  const numbers: Record<string, { number: string }[]> = { booking: bookings, complaint: complaints };
  const fill = (text: string) =>
    text.replace(
      /\{(booking|complaint)\.(\d+)\}/g,
      (whole, kind: string, i: string) => numbers[kind]?.[Number(i)]?.number ?? whole,
    );
  return { customer, fill };
}

export const localInstant = (local: string, { company }: Pick<TestCompany, 'company'>): Date =>
  instantOf(local.slice(0, 10), Number(local.slice(11, 13)), company.timeZone);
