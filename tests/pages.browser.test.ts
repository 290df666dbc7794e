import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './test-app.ts';

const executablePath = process.env['CHROMIUM_PATH'];

let app: TestApp;
let browser: Browser;

/** A page, what its security policy has kept from it, what went wrong on it, and the hosts that it asked. */
async function watchedPage() {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => /^https?:/.test(request.url()) && hosts.add(new URL(request.url()).host));
  return { page, complaints, hosts };
}

const policyOf = async (page: Page, path: string): Promise<string> => {
  const response = await page.goto(app.url + path);
  return response?.headers()['content-security-policy'] ?? '';
};

// Skipped, and counted so, where no Chromium is to be had.
describe.skipIf(!executablePath)('pages under the security policy', () => {
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

  it('show the whole API for reading, from this machine alone', async () => {
    const { page, complaints, hosts } = await watchedPage();
    const policy = await policyOf(page, '/docs');
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);

    await page.getByRole('heading', { name: /ConvergeAI/ }).waitFor();
    await page.locator('[data-path="/api/v1/auth/login"]').click();
    await page.getByText('Request body').first().waitFor();
    await page.getByText('too-many-requests').first().waitFor();
    expect([...hosts]).toEqual([new URL(app.url).host]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('show the chat and its styles without any inline style allowed', async () => {
    const { page, complaints, hosts } = await watchedPage();
    expect(await policyOf(page, '/')).toMatch(/style-src 'self'(;|$)/);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByLabel('Your message').fill('What is your refund policy?');
    await page.getByLabel('Your message').press('Enter');
    await page
      .getByRole('region', { name: 'Conversation' })
      .getByText(/refund/i)
      .last()
      .waitFor();
    expect([...hosts]).toEqual([new URL(app.url).host]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
