import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desc, eq } from 'drizzle-orm';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookings, users } from '#src/db/schema/index.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const executablePath = process.env['CHROMIUM_PATH'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: TestApp;
let browser: Browser;

// Skipped, and counted so, where no Chromium is to be had.
describe.skipIf(!executablePath)('a customer in the browser', () => {
  beforeAll(async () => {
    app = await startTestApp();
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const say = async (page: Page, text: string) => {
    await page.getByLabel('Your message').fill(text);
    await page.getByLabel('Your message').press('Enter');
  };
  const said = (page: Page, text: string | RegExp) =>
    page.getByRole('region', { name: 'Conversation' }).getByText(text).last().waitFor();
  const violations = (page: Page) =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });

  it('books as a guest, signs in on the way, and finds the booking after a reload', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(app.url);
    await page.evaluate(axeSource);
    await page.getByRole('button', { name: 'Open the chat' }).click();

    await say(page, 'my AC is not cooling, can someone come the day after tomorrow at 5 pm?');
    await said(page, /pincode/i);
    await say(page, '560038');
    await said(page, /What is the address in 560038/);
    await say(page, '14, 12th Main, HAL 2nd Stage');
    const quote = page.getByRole('region', { name: 'Booking summary' });
    await quote.getByText('GST 18 %').waitFor();
    const total = /₹[\d,.]+/.exec((await quote.getByText(/Total/).locator('..').innerText()) ?? '')?.[0];
    expect(await violations(page)).toEqual([]);

    await quote.getByRole('button', { name: 'Confirm' }).click();
    await page.getByLabel(/e-?mail/i).fill('customer@demo.nexora.test');
    await page.getByLabel('Password', { exact: true }).fill('Demo@12345');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const receipt = page.getByRole('region', { name: 'Booking receipt' });
    await receipt.waitFor();

    const number = /NX-[A-Z0-9]{6}/.exec(await receipt.innerText())?.[0] ?? '';
    const [row] = await app.deps.db
      .select()
      .from(bookings)
      .innerJoin(users, eq(users.id, bookings.userId))
      .where(eq(bookings.number, number))
      .orderBy(desc(bookings.createdAt));
    expect(row?.users.email).toBe('customer@demo.nexora.test');
    expect(row?.bookings).toMatchObject({ status: 'confirmed', pincode: '560038' });
    const charged = (row?.bookings.totalPaise ?? 0) / 100;
    expect(Number(total?.replace(/[₹,]/g, ''))).toBeCloseTo(charged, 2);

    await page.reload();
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await said(page, number);
    expect(errors).toEqual([]);
    await page.close();
  });
});
