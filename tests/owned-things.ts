import type { Database } from '#src/db/client.ts';
import * as table from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import type { TestCompany } from '#seeds/test-company.ts';
import { createTestConversation } from './test-accounts.ts';

/** One of each kind of thing that belongs to somebody, by the noun that stands before its id in paths. */
export interface OwnedThings {
  addresses: string;
  attachments: string;
  bookings: string;
  complaints: string;
  conversations: string;
  /** Waits for a person. */
  handoffs: string;
  /** Of the booking. */
  items: string;
  /** The assistant’s. */
  messages: string;
  refunds: string;
  runs: string;
  sessions: string;
  /** An ops account below `/ops`, the customer elsewhere. */
  users: { ops: string; own: string };
}

/** Things of the first customer and, on the staff's side, of `colleague`. */
export async function createOwnedThings(db: Database, test: TestCompany, colleague: string): Promise<OwnedThings> {
  const { customer, providers, pincode } = test;
  const companyId = test.company.id;
  const [address] = customer.addresses;
  const [provider] = providers;
  if (!address || !provider) throw new Error('The test company has a customer with an address, and a provider.');
  const now = new Date();
  const startsAt = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000 + 72 * 3_600_000);
  const bookingId = newId('booking');
  const complaintId = newId('complaint');
  const refundId = newId('refund');
  const turnId = newId('turn');
  const attachmentId = newId('attachment');
  const sessionId = newId('signIn');

  const { label, line1, locality, city, state } = address;
  await db.insert(table.bookings).values({
    id: bookingId,
    companyId,
    number: `NX-${bookingId.slice(-6).toUpperCase()}`,
    userId: customer.id,
    providerId: provider.id,
    addressId: address.id,
    address: { label, line1, locality, city, state, pincode: pincode.pincode },
    pincode: pincode.pincode,
    status: 'confirmed',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    ...{ subtotalPaise: 50_000, visitingChargePaise: 0, discountPaise: 0, gstPaise: 9_000, totalPaise: 59_000 },
    channel: 'web',
  });
  const itemId = newId('bookingItem');
  await db.insert(table.bookingItems).values({
    id: itemId,
    bookingId,
    rateCardId: test.rateCards.tapRepair.id,
    name: test.rateCards.tapRepair.name,
    ...{ quantity: 1, unitPricePaise: 50_000, discountPaise: 0, totalPaise: 50_000, durationMinutes: 60 },
  });
  await db.insert(table.complaints).values({
    id: complaintId,
    companyId,
    number: `CP-${complaintId.slice(-6).toUpperCase()}`,
    userId: customer.id,
    bookingId,
    category: 'quality',
    description: 'The tap drips again.',
    priorityScore: 50,
    priorityBand: 'medium',
    firstResponseDueAt: startsAt,
    resolutionDueAt: startsAt,
  });
  await db.insert(table.attachments).values({
    ...{ id: attachmentId, companyId, ownerId: customer.id },
    ...{ name: 'tap.png', contentType: 'image/png', bytes: 64 },
  });
  await db.insert(table.refunds).values({
    ...{ id: refundId, companyId, bookingId, percent: 100, amountPaise: 59_000, reason: 'Test' },
    ...{ policyVersion: '1', status: 'waiting_for_approval' },
  });
  const conversationId = await createTestConversation(db, companyId, { userId: customer.id });
  await db
    .insert(table.turns)
    .values({ id: turnId, companyId, conversationId, status: 'finished', startedAt: now, finishedAt: now });
  const handoffId = newId('handoff');
  await db.insert(table.handoffs).values({
    ...{ id: handoffId, companyId, conversationId, openKey: conversationId, reason: 'customer_asked' },
    ...{ status: 'waiting', score: 50, summary: 'Test' },
  });
  await db.insert(table.priorityQueue).values({
    ...{ id: newId('queueItem'), companyId, subjectType: 'conversation', subjectId: conversationId },
    ...{ userId: customer.id, priorityScore: 50, summary: 'Test' },
  });
  const answer = await db.query.messages.findFirst({
    where: (m, { and, eq }) => and(eq(m.conversationId, conversationId), eq(m.role, 'assistant')),
  });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db
    .insert(table.staffSessions)
    .values({ id: sessionId, companyId, userId: colleague, lastSeenAt: now, expiresAt });

  return {
    addresses: address.id,
    attachments: attachmentId,
    bookings: bookingId,
    complaints: complaintId,
    conversations: conversationId,
    handoffs: handoffId,
    items: itemId,
    messages: answer?.id ?? '',
    refunds: refundId,
    runs: turnId,
    sessions: sessionId,
    users: { ops: colleague, own: customer.id },
  };
}
