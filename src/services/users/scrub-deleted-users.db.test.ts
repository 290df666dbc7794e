import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bookings,
  complaints,
  complaintUpdates,
  handoffs,
  messageReactions,
  priorityQueue,
  refunds,
} from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { startAccountClient, somebody, type AccountClient } from '#tests/account-client.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { findCompaniesToScrub } from './find-companies-to-scrub.ts';
import { scrubDeletedUsers } from './scrub-deleted-users.ts';
import { png } from './test-pictures.ts';

const DAY = 86_400;
let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const system = () => testCtx(client.app.deps, client.accounts.company, { kind: 'system' });
const companies = async () =>
  (await findCompaniesToScrub(client.app.deps.db, client.app.deps.now())).map(({ id }) => id);

describe('scrubbing deleted accounts', () => {
  it('removes who it was thirty days later, and frees e-mail and phone then', async () => {
    const { db } = client.app.deps;
    const { companyId, pincode } = client.accounts;
    const person = await client.register({ name: 'Kamala Venkataraman' });
    const { accessToken: token, user, email, phone } = person;
    await client.call('PUT', '/api/v1/users/me/picture', {
      token,
      body: png(64, 64),
      headers: { 'Content-Type': 'image/png' },
    });
    const address = { label: 'Home', line1: '7, Hidden Lane', pincode: pincode.pincode };
    await client.call('POST', '/api/v1/users/me/addresses', { token, body: address });
    const talk = await createTestConversation(db, companyId, { userId: user.id }, [
      'I am Kamala Venkataraman',
      'Hello Kamala',
    ]);
    await askForPerson(talk, user.id);
    const kept = await client.register();
    expect(
      (await client.call('DELETE', '/api/v1/users/me', { token, body: { password: person.password } })).status,
    ).toBe(200);

    client.pass(29 * DAY);
    expect(await companies()).not.toContain(companyId);
    expect(await scrubDeletedUsers(system())).toBe(0);
    client.pass(2 * DAY);
    expect(await companies()).toContain(companyId);
    expect(await scrubDeletedUsers(system())).toBe(1);
    expect(await scrubDeletedUsers(system())).toBe(0);

    const left = JSON.stringify(
      await Promise.all([
        db.query.users.findMany({ where: (u, { eq }) => eq(u.id, user.id) }),
        db.query.addresses.findMany({ where: (a, { eq }) => eq(a.userId, user.id) }),
        db.query.conversations.findMany({ where: (c, { eq }) => eq(c.id, talk) }),
        db.query.messages.findMany({ where: (m, { eq }) => eq(m.conversationId, talk) }),
        db.query.handoffs.findMany({ where: (h, { eq }) => eq(h.conversationId, talk) }),
        db.query.priorityQueue.findMany({ where: (q, { eq }) => eq(q.subjectId, talk) }),
        db.query.messageReactions.findMany({ where: (r, { eq }) => eq(r.ownerId, user.id) }),
        db.query.refreshTokens.findMany({ where: (t, { eq }) => eq(t.userId, user.id) }),
        db.query.accountTokens.findMany({ where: (t, { eq }) => eq(t.userId, user.id) }),
        db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, user.id) }),
      ]),
    );
    for (const personal of ['Kamala', email, phone, 'Hidden Lane', '$2b$']) expect(left).not.toContain(personal);
    expect(left).toContain(pincode.pincode);
    expect(left).toContain('user.scrubbed');
    expect(left).toContain('"value":"down"');
    expect(await readdir(join(client.folder, 'uploads'))).toEqual([]);
    const again = await client.call('POST', '/api/v1/auth/register', { body: somebody({ email, phone }) });
    expect(again.status).toBe(201);
    const untouched = await db.query.users.findFirst({ where: (u, { eq }) => eq(u.id, kept.user.id) });
    expect(untouched).toMatchObject({ name: kept.name, email: kept.email, phone: kept.phone, scrubbedAt: null });
  });

  it('takes the address and the words out of bookings and complaints, and leaves the figures', async () => {
    const { customer, companyId } = client.accounts;
    const { db } = client.app.deps;
    const { accessToken: token } = await client.login(customer.email, customer.password);
    const bookingId = await pastBooking();
    const complaintId = await pastComplaint();
    await client.call('DELETE', '/api/v1/users/me', { token, body: { password: customer.password } });
    client.pass(31 * DAY);
    expect(await scrubDeletedUsers(system())).toBe(1);
    const booking = await db.query.bookings.findFirst({ where: (b, { eq }) => eq(b.id, bookingId) });
    expect(booking).toMatchObject({ companyId, totalPaise: 118, rating: 5, notes: null, review: null });
    expect(booking).toMatchObject({ cancelReason: '[removed]' });
    const refund = await db.query.refunds.findFirst({ where: (r, { eq }) => eq(r.bookingId, bookingId) });
    expect(refund).toMatchObject({ amountPaise: 118, reason: '[removed]', decisionReason: '[removed]' });
    const complaint = await db.query.complaints.findFirst({ where: (c, { eq }) => eq(c.id, complaintId) });
    const removed = { description: '[removed]', resolution: '[removed]' };
    expect(complaint).toMatchObject({ category: 'quality', status: 'resolved', ...removed });
    const updates = await db.query.complaintUpdates.findMany({ where: (u, { eq }) => eq(u.complaintId, complaintId) });
    expect(updates.map(({ text }) => text)).toEqual(['[removed]', '[removed]']);
    expect(booking?.address).toMatchObject({ line1: '[removed]', pincode: client.accounts.pincode.pincode });
  });

  it('is for the system alone', async () => {
    const actor = { kind: 'customer' as const, id: client.accounts.other.id, name: 'X' };
    const ctx = testCtx(client.app.deps, client.accounts.company, actor);
    await expect(scrubDeletedUsers(ctx)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

/** A person was asked for, with what it is about, and an answer has a thumb with a reason. */
async function askForPerson(conversationId: string, userId: string): Promise<void> {
  const { db } = client.app.deps;
  const { companyId } = client.accounts;
  const said = { companyId, conversationId, openKey: conversationId, summary: 'Said: “I am Kamala Venkataraman”' };
  await db
    .insert(handoffs)
    .values({ ...said, id: newId('handoff'), reason: 'customer_asked', status: 'waiting', score: 50 });
  await db.insert(priorityQueue).values({
    ...{ id: newId('queueItem'), companyId, subjectType: 'conversation', subjectId: conversationId, userId },
    ...{ priorityScore: 50, summary: said.summary },
  });
  const answer = await db.query.messages.findFirst({
    where: (m, { and, eq }) => and(eq(m.conversationId, conversationId), eq(m.role, 'assistant')),
  });
  await db.insert(messageReactions).values({
    ...{ id: newId('reaction'), companyId, messageId: answer?.id ?? '', ownerId: userId },
    ...{ value: 'down', reason: 'My name is Kamala' },
  });
}

async function pastBooking(): Promise<string> {
  const { customer, companyId, providers } = client.accounts;
  const [address] = customer.addresses;
  const [provider] = providers;
  if (!address || !provider) throw new Error('The test company has an address and a provider.');
  const { label, line1, locality, city, state, pincode } = address;
  const id = newId('booking');
  await client.app.deps.db.insert(bookings).values({
    ...{ id, companyId, number: id.slice(-10), userId: customer.id, providerId: provider.id, addressId: address.id },
    ...{ address: { label, line1, locality, city, state, pincode }, pincode, status: 'completed' as const },
    ...{ startsAt: new Date('2026-01-05T05:00:00Z'), endsAt: new Date('2026-01-05T06:00:00Z') },
    ...{ subtotalPaise: 100, visitingChargePaise: 0, discountPaise: 0, gstPaise: 18, totalPaise: 118 },
    ...{ channel: 'web' as const, rating: 5, review: 'Ask for Ravi at my door', notes: 'Ring twice' },
    cancelReason: 'My mother Kamala is ill',
  });
  await client.app.deps.db.insert(refunds).values({
    ...{ id: newId('refund'), companyId, bookingId: id, percent: 100, amountPaise: 118, policyVersion: '2026-10' },
    ...{ reason: 'My mother Kamala is ill', status: 'rejected' as const, decisionReason: 'Kamala was at home' },
  });
  return id;
}

/** Settled, with a word of the customer and one of the staff, who call the customer by name. */
async function pastComplaint(): Promise<string> {
  const { customer, companyId } = client.accounts;
  const { db } = client.app.deps;
  const id = newId('complaint');
  const at = new Date('2026-01-06T05:00:00Z');
  await db.insert(complaints).values({
    ...{ id, companyId, number: id.slice(-10), userId: customer.id, category: 'quality', status: 'resolved' },
    ...{ description: 'Kamala’s tap leaks', resolution: 'Kamala got a new tap', resolvedAt: at },
    ...{ priorityScore: 50, priorityBand: 'medium', firstResponseDueAt: at, resolutionDueAt: at },
  });
  const said = { companyId, complaintId: id, kind: 'comment' as const };
  await db.insert(complaintUpdates).values([
    { ...said, id: newId('complaintUpdate'), authorKind: 'customer', authorId: customer.id, text: 'Kamala here' },
    { ...said, id: newId('complaintUpdate'), authorKind: 'staff', authorId: null, text: 'Hello Kamala' },
  ]);
  return id;
}
