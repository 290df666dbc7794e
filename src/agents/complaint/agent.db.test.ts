import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import * as table from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import type { Command } from '#src/language/contract.ts';
import { addAttachment } from '#src/services/attachments/add-attachment.ts';
import { bookSlot } from '#src/services/bookings/book-slot.ts';
import { quoteBooking } from '#src/services/bookings/quote-booking.ts';
import { addComplaintUpdate } from '#src/services/complaints/add-complaint-update.ts';
import { resolveComplaint } from '#src/services/complaints/resolve-complaint.ts';
import { png } from '#src/services/users/test-pictures.ts';
import { ROLE_TEMPLATES } from '#src/permissions.ts';
import { converse, type Conversation } from '#tests/conversation.ts';
import { testCtx } from '#tests/test-ctx.ts';
import type { AgentInput } from '../contract.ts';
import { createComplaintAgent } from './agent.ts';

const folder = await mkdtemp(join(tmpdir(), 'complaints-'));
const env = { JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env };
const deps = await createDeps({ ...loadConfig(env), OUTBOX_DIR: join(folder, 'outbox'), UPLOAD_DIR: folder });
afterAll(async () => {
  await deps.close();
  await rm(folder, { recursive: true, force: true });
});

/** Friday, 20 November 2026, 10:00 in Bengaluru. */
const NOW = new Date('2026-11-20T04:30:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let test: TestCompany<'admin'>;
let customer: Extract<Actor, { kind: 'customer' }>;
let chat: Conversation;
beforeEach(async () => {
  test = await createTestCompany(deps.db, { providers: 3, customers: 2, staff: ['admin'] });
  customer = customerAt(0);
  chat = converse(deps, test.company, customer, NOW);
});

function customerAt(place: number): Extract<Actor, { kind: 'customer' }> {
  const { id = '', name = '' } = test.customers[place] ?? {};
  return { kind: 'customer', id, name };
}
function admin(): Actor {
  const { id, name } = test.staff.admin;
  const permissions = new Set(ROLE_TEMPLATES.find(({ slug }) => slug === 'admin')?.permissions);
  return { kind: 'staff', id, name, role: 'admin', level: 90, permissions };
}
/** A visit of a customer that is over. */
async function visit(service: 'tapRepair' | 'acRepair' | 'bathroomCleaning', startsAt: Date, place = 0) {
  const ctx = testCtx(deps, test.company, customerAt(place), new Date(startsAt.getTime() - 72 * 3_600_000));
  const items = [{ rateCardId: test.rateCards[service].id, quantity: 1 }];
  const quote = await quoteBooking(ctx, { items, pincode: test.pincode.pincode, startsAt });
  const address = { id: test.customers[place]?.addresses[0]?.id ?? '' };
  const quotedTotalPaise = quote.job.price.totalPaise;
  const { booking } = await bookSlot(ctx, { items, startsAt, address, quotedTotalPaise, channel: 'web' });
  await deps.db.update(table.bookings).set({ status: 'completed' }).where(eq(table.bookings.id, booking.id));
  return booking;
}
const yesterday = new Date('2026-11-19T11:30:00Z');
const upload = async (actor: Actor, name = 'sink.png') =>
  (await addAttachment(testCtx(deps, test.company, actor, NOW), { bytes: png(64, 64), name })).id;
const complaints = (actor: Actor = customer) =>
  deps.db
    .select()
    .from(table.complaints)
    .where(eq(table.complaints.userId, 'id' in actor ? actor.id : ''))
    .orderBy(asc(table.complaints.createdAt));
const files = () => deps.db.select().from(table.attachments).where(eq(table.attachments.companyId, test.company.id));
async function raised(text: string, ...answers: string[]) {
  let result = await chat.say(text);
  for (const answer of answers) result = await chat.say(answer);
  const [row] = await complaints();
  if (!row) throw new Error(`Nothing was raised: ${result.text}`);
  return { row, result };
}

describe('raising a complaint', () => {
  it('shows what it raises and by when it is answered, in local time, and raises that on yes', async () => {
    const booking = await visit('tapRepair', yesterday);
    await chat.say('the plumber who came yesterday charged me 500 extra, I want to complain');
    const shown = await chat.say('skip');
    expect(shown.card).toMatchObject({
      ...{ type: 'complaint_quote', number: '', category: 'Charged too much', photos: 0, band: 'high' },
      about: `${test.rateCards.tapRepair.name} on Thu 19 Nov (${booking.number})`,
      description: 'the plumber who came yesterday charged me 500 extra, I want to complain',
      ...{ answerBy: '12 pm today', settledBy: '10 am tomorrow' },
    });
    expect(shown.parts[0]?.sources.map(({ kind }) => kind)).toEqual(['policy', 'row']);
    expect(await complaints()).toEqual([]);

    const done = await chat.say('yes');
    const [row, ...others] = await complaints();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ category: 'overcharge', bookingId: booking.id, priorityBand: 'high', status: 'open' });
    expect(row?.sentiment).toBeLessThan(0);
    expect(done.effects).toMatchObject([{ type: 'complaint.raised', id: row?.id, number: row?.number }]);
    const receipt = { ...shown.card, type: 'complaint_receipt', number: row?.number, actions: [] };
    expect(done.card).toEqual(receipt);
    expect(done.text).toContain(`Raised. Your complaint number is ${row?.number}. Our team answers by 12 pm today`);
    expect(done.parts[0]).not.toHaveProperty('wasCorrected');
    const [event] = await deps.db
      .select()
      .from(table.events)
      .where(eq(table.events.subjectId, row?.id ?? ''));
    expect(event).toMatchObject({ id: done.effects[0]?.eventId, type: 'complaint.raised', turnId: done.turnId });
    expect(event?.effectKey).toMatch(/^[\da-f]{64}$/);
  });

  it('raises nothing twice when "yes" is said twice', async () => {
    await visit('tapRepair', yesterday);
    await raised('the plumber was rude, I want to complain', 'yes');
    await chat.say('yes');
    expect(await complaints()).toHaveLength(1);
  });

  it('reads "it" as what was talked about before', async () => {
    const booking = await visit('tapRepair', yesterday);
    await visit('acRepair', new Date('2026-11-18T11:30:00Z'));
    const { row } = await raised(`the plumber of ${booking.number} came two hours late, I want to complain`, 'yes');
    expect(row.bookingId).toBe(booking.id);
    const escalation = await chat.say('escalate it');
    expect(escalation.text).toContain(row.number);
  });

  it('asks which of several visits, and takes the day for an answer', async () => {
    await visit('tapRepair', yesterday);
    const other = await visit('acRepair', new Date('2026-11-17T05:30:00Z'));
    const asked = await chat.say('your technician was rude, I want to complain');
    expect(asked.ask).toMatchObject({ kind: 'choice', slot: 'booking' });
    expect(asked.ask?.options.map(({ label }) => label).at(-1)).toBe('None of these');
    const shown = await chat.say('the one on tuesday');
    expect(shown.text).toContain(other.number);
  });

  it('asks for what happened first, and says what it has understood', async () => {
    await visit('tapRepair', yesterday);
    const first = await chat.say('I want to raise a complaint');
    expect(first.ask).toMatchObject({ kind: 'slot', slot: 'details' });
    await chat.say('the new tap leaks and the floor is wet');
    await chat.say('Quality of the work');
    const shown = await chat.say('no photos');
    expect(shown.card).toMatchObject({ description: 'the new tap leaks and the floor is wet' });
  });

  it('asks no more than two questions of somebody angry before it asks to confirm', async () => {
    await visit('tapRepair', yesterday);
    await visit('acRepair', new Date('2026-11-17T05:30:00Z'));
    const asked = [(await chat.say('Worst company ever!! This is fraud, cheaters, I want to complain')).ask];
    for (const answer of ['everything is bakwas, horrible pathetic people', 'skip', 'skip', 'skip']) {
      if (asked.at(-1)?.kind === 'confirm') break;
      asked.push((await chat.say(answer)).ask);
    }
    expect(asked.at(-1)?.kind).toBe('confirm');
    expect(asked.length - 1).toBeLessThanOrEqual(2);
  });

  it('does not take the category of a threat for a danger: that is confirmed first, and then for a person', async () => {
    await visit('tapRepair', yesterday);
    const first = await chat.say('your plumber stole my watch, I will go to the police, I want to complain');
    expect(first.effects).toEqual([]);
    const answers = first.ask?.kind === 'confirm' ? ['yes'] : ['skip', 'yes'];
    let last = first;
    for (const answer of answers) last = await chat.say(answer);
    expect(last.effects.map(({ type }) => type)).toEqual(['complaint.raised', 'handoff.requested']);
    const [handoff] = await deps.db.select().from(table.handoffs).where(eq(table.handoffs.companyId, test.company.id));
    expect(handoff?.reason).toBe('complaint_critical');
  });

  it('raises a danger at once and says what to do first', async () => {
    await visit('tapRepair', yesterday);
    const done = await chat.say('the plumber hit my son and he is bleeding, I want to complain');
    expect(done.text).toMatch(/^If anybody is hurt or in danger, call the emergency number 112 first\./);
    expect(done.effects.map(({ type }) => type)).toEqual(['complaint.raised', 'handoff.requested']);
    expect(await complaints()).toMatchObject([{ category: 'safety', priorityBand: 'critical' }]);
    const [handoff] = await deps.db.select().from(table.handoffs).where(eq(table.handoffs.companyId, test.company.id));
    expect(handoff?.reason).toBe('safety');
  });

  it('raises a danger at once also when its photo belongs to another complaint', async () => {
    const id = await upload(customer);
    await chat.say('your plumber broke my sink, I want to complain', [id]);
    await chat.say('yes');
    const done = await chat.say('the plumber hit my son and he is bleeding, I want to complain', [id]);
    expect(done.effects[0]).toMatchObject({ type: 'complaint.raised' });
    expect((await complaints()).map(({ category }) => category).toSorted()).toEqual(['damage', 'safety']);
  });

  it('gives up after "never mind", in any state', async () => {
    await visit('tapRepair', yesterday);
    for (const opening of [[], ['the plumber broke my sink'], ['the plumber broke my sink', 'skip']]) {
      await chat.say('I want to raise a complaint');
      for (const line of opening) await chat.say(line);
      const dropped = await chat.say('never mind');
      expect(dropped.text).toContain('Nothing was passed on');
      expect(dropped.ask).toBeUndefined();
    }
    expect(await complaints()).toEqual([]);
  });

  it('asks a person to help when its question is not answered three times', async () => {
    await visit('tapRepair', yesterday);
    await visit('acRepair', new Date('2026-11-17T05:30:00Z'));
    await chat.say('your technician was rude, I want to complain');
    const answers = ['blargh', 'xyzzy', 'frobnicate'];
    const results = [];
    for (const answer of answers) results.push(await chat.say(answer));
    expect(results.at(-1)?.effects.map(({ type }) => type)).toEqual(['handoff.requested']);
    expect(await complaints()).toEqual([]);
  });

  it('is not for staff', async () => {
    chat = converse(deps, test.company, admin(), NOW);
    const refused = await chat.say('the plumber broke my sink, I want to complain');
    expect(refused.text).toContain('from their own account');
    expect(refused.effects).toEqual([]);
  });
});

describe('photos', () => {
  it('that come with the first message are not asked for again, and go with the complaint', async () => {
    await visit('tapRepair', yesterday);
    const id = await upload(customer);
    const shown = await chat.say('the plumber broke my sink yesterday, I want to complain', [id]);
    expect(shown.ask?.kind).toBe('confirm');
    expect(shown.card).toMatchObject({ photos: 1 });
    const done = await chat.say('yes');
    const [row] = await complaints();
    expect(done.card).toMatchObject({ type: 'complaint_receipt', photos: 1 });
    expect(await files()).toMatchObject([{ id, complaintId: row?.id }]);
  });

  it('are taken when asked for, whatever the message with them says', async () => {
    await visit('tapRepair', yesterday);
    await chat.say('the plumber broke my sink, I want to complain');
    const ids = [await upload(customer, 'a.png'), await upload(customer, 'b.png')];
    const shown = await chat.say('see', ids);
    expect(shown.card).toMatchObject({ type: 'complaint_quote', photos: 2 });
    expect(shown.text).not.toContain('did not get that');
  });

  it('that are announced and do not come are asked for once more, and then not waited for', async () => {
    await visit('tapRepair', yesterday);
    await chat.say('the plumber broke my sink, I want to complain');
    expect((await chat.say('here it is')).text).toContain('No file has arrived yet');
    expect((await chat.say('sent')).ask?.kind).toBe('confirm');
  });

  it('of somebody else are not taken, nor told apart from ones that do not exist', async () => {
    await visit('tapRepair', yesterday);
    const foreign = await upload(customerAt(1));
    const texts = [];
    for (const id of [foreign, `${foreign.slice(0, -4)}zzzz`, '../../etc/passwd', "' or 1=1 --"]) {
      chat = converse(deps, test.company, customer, NOW);
      const asked = await chat.say('the plumber broke my sink, I want to complain', [id]);
      expect(asked.ask?.slot).toBe('attachment');
      texts.push(asked.text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(await files()).toMatchObject([{ id: foreign, complaintId: null }]);
  });

  it('that a guest has sent stay with the conversation after the sign-in', async () => {
    await visit('tapRepair', yesterday);
    const guest: Actor = { kind: 'guest', id: `gst_${crypto.randomUUID().slice(0, 8)}` };
    chat = converse(deps, test.company, guest, NOW);
    const id = await upload(guest);
    const asked = await chat.say('the plumber broke my sink, I want to complain', [id]);
    expect(asked.ask).toMatchObject({ kind: 'sign_in', resumeText: 'Yes, go ahead' });
    await chat.signIn(customer);
    const shown = await chat.say(asked.ask?.resumeText ?? '');
    expect(shown.card).toMatchObject({ type: 'complaint_quote', photos: 1 });
    await chat.say('yes');
    expect(await complaints()).toHaveLength(1);
    expect(await files()).toMatchObject([{ id, ownerId: customer.id, complaintId: expect.any(String) }]);
  });

  it('taken back before the confirmation are left out, and the complaint is raised all the same', async () => {
    await visit('tapRepair', yesterday);
    const id = await upload(customer);
    await chat.say('the plumber broke my sink, I want to complain', [id]);
    await deps.db.update(table.attachments).set({ deletedAt: NOW }).where(eq(table.attachments.id, id));
    const shown = await chat.say('yes');
    expect(shown.text).toContain('Not all of it is there any more');
    expect(shown.effects).toEqual([]);
    expect(shown.card).toMatchObject({ type: 'complaint_quote', photos: 0 });
    await chat.say('yes');
    expect(await complaints()).toHaveLength(1);
  });
});

describe('a turn that is run again', () => {
  const agent = createComplaintAgent();
  const run = (change: Partial<AgentInput>) =>
    agent.run(testCtx(deps, test.company, customer, NOW), {
      ...{ sessionId: 'ses_again', turnId: 'trn_again', channel: 'web', intent: 'raise_complaint', text: '' },
      ...{ commands: [], sentiment: 0, attachmentIds: [] },
      call: async (verb, args, write) =>
        write(
          createHash('sha256')
            .update(JSON.stringify([verb, args]))
            .digest('hex'),
        ),
      ...change,
    });
  const told = (value: string): Command => ({
    ...{ type: 'set', value: { slot: 'details', value }, text: value, confidence: 1, correction: false },
  });

  it('raises what it raised before, with its files, and tells the same', async () => {
    const id = await upload(customer);
    const commands: Command[] = [told('the sink is broken'), { type: 'choose', value: 'category:damage' }];
    const { frame } = await run({ commands, attachmentIds: [id] });
    if (!frame) throw new Error('There is no question open.');
    const first = await run({ frame, commands: [{ type: 'affirm' }] });
    const again = await run({ frame, commands: [{ type: 'affirm' }] });
    expect(first.effects).toMatchObject([{ type: 'complaint.raised' }]);
    expect(again).toEqual(first);
    expect(await complaints()).toHaveLength(1);
  });

  it('adds what it added before only once', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const id = await upload(customer);
    const text = 'he came again and it leaks, add it to my complaint';
    const first = await run({ text, commands: [told(text)], attachmentIds: [id] });
    const again = await run({ text, commands: [told(text)], attachmentIds: [id] });
    expect(first.effects).toMatchObject([{ type: 'complaint.updated', id: row.id }]);
    expect(again.effects).toEqual(first.effects);
    const updates = deps.db.select().from(table.complaintUpdates).where(eq(table.complaintUpdates.complaintId, row.id));
    expect(await updates).toHaveLength(1);
  });

  it('escalates once', async () => {
    await raised('I want to complain, your plumber was rude', 'yes');
    const { frame } = await run({ intent: 'escalate_complaint' });
    if (!frame) throw new Error('There is no question open.');
    const answer: Partial<AgentInput> = { intent: 'escalate_complaint', frame, commands: [{ type: 'affirm' }] };
    const first = await run(answer);
    expect(await run(answer)).toEqual(first);
    expect(await complaints()).toMatchObject([{ escalationLevel: 1 }]);
  });
});

describe('how a complaint stands', () => {
  it('tells state, priority, who answers by when, and rests on its row', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const told = await chat.say('what is the status of my complaint?');
    expect(told.text).toContain(`${row.number} (Behaviour): waiting for our first answer, high priority.`);
    expect(told.text).toContain('Our support team will answer by 12 pm today.');
    expect(told.parts[0]?.sources).toMatchObject([{ kind: 'row', table: 'complaints', id: row.id }]);
    expect(told.parts[0]).not.toHaveProperty('wasCorrected');
  });

  it('quotes the last word of the team as it stands, claims included', async () => {
    const { row } = await raised('I want to complain, you charged me twice for nothing', 'skip', 'yes');
    const words = 'I have refunded ₹500. It is done. The plumber has been cancelled!';
    await addComplaintUpdate(testCtx(deps, test.company, admin(), later(1)), row.id, { text: words });
    await addComplaintUpdate(testCtx(deps, test.company, admin(), later(1)), row.id, { text: 'x', isInternal: true });
    chat.now = later(2);
    const told = await chat.say('any update on my complaint?');
    expect(told.text).toContain(`Our team wrote today: “${words}”`);
    expect(told.parts[0]).not.toHaveProperty('wasCorrected');
  });

  it('says sorry for a missed promise and offers the way up', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    chat.now = later(5);
    const told = await chat.say('what about my complaint');
    expect(told.text).toContain('I am sorry: our support team should have answered by 12 pm today.');
    expect(told.ask?.options).toEqual([{ label: `Escalate ${row.number}`, text: `Escalate complaint ${row.number}` }]);
  });

  it('does not show what is somebody else’s', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const other = converse(deps, test.company, customerAt(1), NOW);
    const told = await other.say(`status of complaint ${row.number}`);
    expect(told.text).toBe(`I find no complaint ${row.number} in your account.`);
    expect((await other.say(`escalate complaint ${row.number}`)).text).toContain('I find no complaint');
    expect((await other.say(`it leaks, add it to my complaint ${row.number}`)).effects).toEqual([]);
    const updates = deps.db.select().from(table.complaintUpdates).where(eq(table.complaintUpdates.complaintId, row.id));
    expect(await updates).toEqual([]);
  });

  it('asks guests to sign in', async () => {
    chat = converse(deps, test.company, { kind: 'guest', id: 'gst_complaints' }, NOW);
    expect((await chat.say('what is the status of my complaint?')).text).toContain('sign in');
  });
});

describe('escalating a complaint', () => {
  it('asks first, then takes it up a level with a receipt, and refuses the next time until a day has passed', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const asked = await chat.say('escalate my complaint because nobody listens');
    expect(asked).toMatchObject({ effects: [], ask: { kind: 'confirm' } });
    const done = await chat.say('yes');
    expect(done.effects).toMatchObject([{ type: 'complaint.escalated', id: row.id, number: row.number }]);
    expect(done.text).toContain('is now with our team lead');
    expect(await complaints()).toMatchObject([{ escalationLevel: 1 }]);
    const [update] = await deps.db
      .select()
      .from(table.complaintUpdates)
      .where(eq(table.complaintUpdates.complaintId, row.id));
    expect(update?.text).toBe('Escalated to the team lead: because nobody listens');

    chat.now = later(1);
    const refused = await chat.say('escalate it further');
    // The answer is due at 12: from then on more time was missed.
    expect(refused.text).toContain('You can ask for the next level from 12 pm today.');
    expect(refused.effects).toEqual([]);
    chat.now = later(2.5);
    expect((await chat.say('escalate it further')).text).toContain('our operations manager');
  });

  it('takes a settled one up again within a week, and says so before', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const ctx = testCtx(deps, test.company, admin(), later(1));
    await resolveComplaint(ctx, row.id, { version: 1, resolution: 'We have spoken to him.' });
    chat.now = later(30);
    expect((await chat.say('escalate my complaint')).text).toContain('It was settled; this takes it up again.');
    await chat.say('yes');
    expect(await complaints()).toMatchObject([{ status: 'in_progress', escalationLevel: 1 }]);
  });

  it('says that a complaint settled long ago cannot be taken up again', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const ctx = testCtx(deps, test.company, admin(), later(1));
    await resolveComplaint(ctx, row.id, { version: 1, resolution: 'We have spoken to him.' });
    chat.now = later(24 * 20);
    const refused = await chat.say(`escalate complaint ${row.number}`);
    expect(refused.text).toContain('too long ago to be taken up again');
    expect(refused.effects).toEqual([]);
  });
});

describe('adding to a complaint', () => {
  it('writes what is told, without the order, with its files', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const id = await upload(customer);
    const done = await chat.say(`please add to my complaint ${row.number}: it still leaks after his second visit`, [
      id,
    ]);
    expect(done.effects).toMatchObject([{ type: 'complaint.updated', id: row.id, number: row.number }]);
    const [update] = await deps.db
      .select()
      .from(table.complaintUpdates)
      .where(eq(table.complaintUpdates.complaintId, row.id));
    expect(update).toMatchObject({
      text: 'it still leaks after his second visit',
      authorKind: 'customer',
      kind: 'comment',
    });
    expect(await files()).toMatchObject([{ id, complaintId: row.id }]);
    expect(await complaints()).toMatchObject([{ version: 2 }]);
  });

  it('asks what to add when nothing was told', async () => {
    const { row } = await raised('I want to complain, your plumber was rude', 'yes');
    const asked = await chat.say('I want to add something to my complaint');
    expect(asked.text).toContain(`What shall I add to complaint ${row.number}?`);
    const done = await chat.say('he also left the door open');
    expect(done.effects).toMatchObject([{ type: 'complaint.updated' }]);
  });
});
