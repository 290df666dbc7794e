import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { eq } from 'drizzle-orm';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as table from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import type { Card } from '#src/turn.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf } from './call-api.ts';
import { createTestConversation } from './test-accounts.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const executablePath = process.env['CHROMIUM_PATH'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: TestApp;
let browser: Browser;
let test: TestCompany<'support_agent'>;
let call: ReturnType<typeof createCall>;
let agent: string;

const actions = [
  { label: 'Go on', text: 'yes' },
  { label: 'Leave it', text: 'no' },
];
const CARDS: Record<string, Card> = {
  'New time': {
    ...{ type: 'reschedule_quote', number: 'NX-7F3K9M', service: 'AC repair', actions },
    ...{ from: 'Sat 21 Nov, 5 pm', to: 'Sun 22 Nov, 11 am', address: '12 MG Road, Pune 411001' },
    provider: { name: 'CoolCare', rating: 4.7 },
  },
  'Cancellation summary': {
    ...{ type: 'cancellation_quote', number: 'NX-7F3K9M', service: 'AC repair', when: 'Sat 21 Nov, 5 pm', actions },
    ...{ items: ['Gas refill'], isWhole: false, rule: '4 to 24 hours before: 75 %', policyVersion: '1' },
    ...{ paidPaise: 100_000, refundPercent: 75, refundPaise: 75_000, creditPaise: 10_000, needsApproval: true },
  },
  'Complaint receipt': {
    ...{ type: 'complaint_receipt', number: 'CP-7F3K9M', about: 'AC repair, 18 Nov', category: 'Quality', actions: [] },
    ...{
      description: 'It leaks <b>again</b>.',
      photos: 2,
      band: 'high',
      answerBy: 'by 6:30 pm today',
      settledBy: 'tomorrow',
    },
  },
  Comparison: {
    ...{ type: 'comparison', columns: ['AC visit', 'AC service'], actions },
    rows: [
      { label: 'Price', cells: ['₹299', '₹599'] },
      { label: 'Takes', cells: ['1 hour', '2 hours'] },
    ],
  },
};

// Skipped, and counted so, where no Chromium is to be had.
describe.skipIf(!executablePath)('the widget', () => {
  beforeAll(async () => {
    app = await startTestApp();
    test = await createTestCompany(app.deps.db, { staff: ['support_agent'] });
    call = createCall(app, test.company.id);
    agent = tokenOf(app, test.company.id, { kind: 'staff', id: test.staff.support_agent.id });
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** The page of a guest with one conversation, and what went wrong on it. */
  async function open(sessionId?: string, guestId: string = newId('guest')): Promise<{ page: Page; errors: string[] }> {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(8_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const token = tokenOf(app, test.company.id, { kind: 'guest', id: guestId });
    const company = test.company.id;
    await page.addInitScript(
      ([key, saved]) => localStorage.getItem(key ?? '') ?? localStorage.setItem(key ?? '', saved ?? ''),
      [`nexora-chat:${company}@${app.url}`, JSON.stringify({ identity: { token }, ...(sessionId && { sessionId }) })],
    );
    await page.goto(app.url);
    await page.evaluate((name) => document.querySelector('nexora-chat')?.setAttribute('company', name), company);
    await page.evaluate(axeSource);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    return { page, errors };
  }
  const talk = (guestId: string, texts: string[]) =>
    createTestConversation(app.deps.db, test.company.id, { guestId }, texts);
  const say = async (page: Page, text: string) => {
    await page.getByLabel('Your message').fill(text);
    await page.getByLabel('Your message').press('Enter');
  };
  const log = (page: Page) => page.getByRole('region', { name: 'Conversation' });
  const thumbs = (page: Page) => log(page).getByRole('button', { name: 'Helpful', exact: true });
  const violations = (page: Page) =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });

  it.each(Object.entries(CARDS))('draws the card “%s”', async (label, card) => {
    const guestId = newId('guest');
    const sessionId = await talk(guestId, ['Please', 'Here it is.']);
    const payload = { parts: [{ agent: 'booking', text: 'Here it is.', sources: [] }], effects: [], card };
    const answers = app.deps.db.update(table.messages).set({ payload, seq: 2 });
    const [answer] = await app.deps.db.query.messages.findMany({
      where: (m, { and, eq }) => and(eq(m.conversationId, sessionId), eq(m.role, 'assistant')),
    });
    await answers.where(eq(table.messages.id, answer?.id ?? ''));
    const { page, errors } = await open(sessionId, guestId);
    const drawn = page.getByRole('region', { name: label });
    await drawn.waitFor();
    const text = await drawn.innerText();
    const facts: Record<string, string[]> = {
      'New time': ['NX-7F3K9M', 'Sat 21 Nov, 5 pm', 'Sun 22 Nov, 11 am', 'CoolCare'],
      'Cancellation summary': [
        'Gas refill',
        '4 to 24 hours before: 75 %',
        '₹1,000',
        '₹750',
        '₹100',
        'checked by a person',
      ],
      'Complaint receipt': ['CP-7F3K9M', 'It leaks <b>again</b>.', 'high', 'by 6:30 pm today'],
      Comparison: ['AC visit', 'AC service', '₹599', '2 hours'],
    };
    for (const fact of facts[label] ?? []) expect(text).toContain(fact);
    expect(await violations(page)).toEqual([]);
    if (label === 'Comparison') expect(await drawn.getByRole('columnheader').count()).toBe(2);
    if ('actions' in card && card.actions.length > 0) {
      await drawn.getByRole('button', { name: 'Leave it' }).click();
      await log(page).getByText('no', { exact: true }).waitFor();
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('shows a person’s words as they are said, tells them of the reader’s writing, and the assistant after them', async () => {
    const { page, errors } = await open();
    await say(page, 'I want to talk to a real person');
    await page.getByText('a person was asked to join').waitFor();
    const handoff = await app.deps.db.query.handoffs.findFirst({
      where: (h, { eq }) => eq(h.companyId, test.company.id),
      orderBy: (h, { desc }) => desc(h.id),
    });
    const path = `POST /api/v1/ops/handoffs/${handoff?.id}`;
    expect((await call(`${path}/take-over`, { as: agent })).status).toBe(200);
    await page.getByText('a person is here').waitFor();
    await call(`POST /api/v1/chat/sessions/${handoff?.conversationId}/typing`, { as: agent });
    await page.getByText('Our team is writing…').waitFor();
    await call(`${path}/messages`, { as: agent, body: { text: 'Hello, this is Asha.' } });
    await log(page).getByText('Hello, this is Asha.').waitFor();
    await log(page).getByText('Our team', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);

    const typed = page.waitForRequest((request) => request.url().endsWith('/typing'));
    await page.getByLabel('Your message').pressSequentially('My AC');
    await typed;
    await say(page, 'My AC leaks.');
    await call(`${path}/messages`, { as: agent, body: { text: 'I send somebody.' } });
    await log(page).getByText('I send somebody.').waitFor();
    expect(await log(page).getByText('My AC leaks.').count()).toBe(1);
    expect(await log(page).getByText('Hello, this is Asha.').count()).toBe(1);

    await call(`${path}/hand-back`, { as: agent });
    await log(page).getByText('I am back to help you.').waitFor();
    await page.getByText('replies at once').waitFor();
    const answers = await thumbs(page).count();
    await say(page, 'Thank you');
    await expect.poll(() => thumbs(page).count()).toBe(answers + 1);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('finds out at the next message that a person has joined by themselves, and what they have said', async () => {
    const guestId = newId('guest');
    const sessionId = await talk(guestId, ['Hello', 'How can I help?']);
    const { page } = await open(sessionId, guestId);
    await log(page).getByText('How can I help?').first().waitFor();
    const { body } = await call('POST /api/v1/ops/handoffs', { as: agent, body: { conversationId: sessionId } });
    const path = `POST /api/v1/ops/handoffs/${String(body['id'])}`;
    await call(`${path}/messages`, { as: agent, body: { text: 'I have joined.' } });
    await say(page, 'Anybody?');
    await log(page).getByText('I have joined.').waitFor();
    await call(`${path}/messages`, { as: agent, body: { text: 'Yes, me.' } });
    await log(page).getByText('Yes, me.').waitFor();
    expect(await log(page).getByText('Anybody?').count()).toBe(1);
    await page.close();
  });

  it('keeps thumbs, says a message anew, and renames and deletes conversations', async () => {
    const { page, errors } = await open();
    await say(page, 'helo');
    const up = thumbs(page);
    await up.first().click();
    await expect
      .poll(() => app.deps.db.$count(table.messageReactions, eq(table.messageReactions.companyId, test.company.id)))
      .toBe(1);
    expect(await up.first().getAttribute('aria-pressed')).toBe('true');

    await log(page).getByRole('button', { name: 'Edit' }).click();
    expect(await page.getByLabel('Your message').inputValue()).toBe('helo');
    await page.getByText('Editing your last message').waitFor();
    await say(page, 'Thank you so much');
    await log(page).getByText('Thank you so much').waitFor();
    await expect.poll(() => thumbs(page).count()).toBe(1);
    expect(await log(page).getByText('helo', { exact: true }).count()).toBe(0);
    await page.reload();
    await page.evaluate(
      (name) => document.querySelector('nexora-chat')?.setAttribute('company', name),
      test.company.id,
    );
    await page.evaluate(axeSource);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await log(page).getByText('Thank you so much').first().waitFor();
    expect(await log(page).getByText('helo', { exact: true }).count()).toBe(0);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Earlier conversations' }).click();
    await page.getByRole('button', { name: /^Rename/ }).click();
    await page.getByLabel('Title').fill('My thanks');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Delete My thanks' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete My thanks' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('There are none yet.').waitFor();
    await page.getByRole('button', { name: 'Back to the conversation' }).click();
    expect(await log(page).getByText('Thank you so much').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
