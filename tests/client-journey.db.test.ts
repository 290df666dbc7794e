import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import type { paths } from './api-types.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const HOUR_MS = 3_600_000;

let app: TestApp;
let test: TestCompany<'team_lead'>;
let folder: string;
let ahead = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journey-'));
  app = await startTestApp({
    settings: { OUTBOX_DIR: join(folder, 'outbox'), UPLOAD_DIR: join(folder, 'uploads') },
    overrides: { now: () => new Date(Date.now() + ahead) },
  });
  test = await createTestCompany(app.deps.db, { providers: 2, staff: ['team_lead'] });
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A client made from the types of the document, as a stranger would make it. */
function clientFor(token?: string) {
  const headers = { 'X-Company': test.company.id, ...(token && { Authorization: `Bearer ${token}` }) };
  return createClient<paths>({ baseUrl: app.url, headers });
}

/** The answer. @throws Error with the problem where there is one instead */
function must<D>({ data, error, response }: { data?: D; error?: unknown; response: Response }): D {
  if (data !== undefined) return data;
  throw new Error(`${response.status} from ${response.url}: ${JSON.stringify(error)}`);
}

describe('a client generated from the document', () => {
  it('goes from registering over booking, rating and complaining to cancelling', async () => {
    const { pincode } = test.pincode;
    const person = { name: 'Meera Iyer', email: `meera@${test.company.id}.example`, phone: '98200 12345' };
    const signedIn = must(
      await clientFor().POST('/api/v1/auth/register', { body: { ...person, password: 'blue-kettle-on-stairs' } }),
    );
    let client = clientFor(signedIn.accessToken);
    expect(must(await client.GET('/api/v1/users/me'))).toMatchObject({ name: 'Meera Iyer', phone: '+919820012345' });

    const found = must(await client.GET('/api/v1/services/search', { params: { query: { q: 'ac not cooling' } } }));
    const service = found.items[0];
    if (!service) throw new Error('Nothing was found.');
    const job = { quantity: 1, pincode };
    const offer = must(
      await client.POST('/api/v1/services/{id}/price', { params: { path: { id: service.id } }, body: job }),
    );

    const hours = must(
      await client.GET('/api/v1/bookings/free-hours', { params: { query: { item: [service.id], pincode } } }),
    );
    const [first, second, third] = hours.items;
    if (!first || !second || !third) throw new Error('There are no free hours.');
    const rest = { items: [{ rateCardId: service.id, quantity: 1 }], quotedTotalPaise: offer.price.totalPaise };
    const book = (startsAt: string, key: string, address: { id: string } | { line1: string; pincode: string }) =>
      client.POST('/api/v1/bookings', {
        params: { header: { 'Idempotency-Key': key } },
        body: { ...rest, startsAt, address },
      });
    const wanted = { line1: '12, 5th Block, 80 Feet Road', pincode };
    const booked = must(await book(first.startsAt, 'first-booking', wanted));
    expect(booked).toMatchObject({ status: 'confirmed', totalPaise: offer.price.totalPaise });
    // Sent again with the same key it is the same booking, not a second one.
    expect(must(await book(first.startsAt, 'first-booking', wanted)).id).toBe(booked.id);

    const path = { id: booked.id };
    const moved = await client.POST('/api/v1/bookings/{id}/reschedule', {
      params: { path },
      body: { startsAt: second.startsAt },
    });
    expect(must(moved)).toMatchObject({ number: booked.number, startsAt: second.startsAt, rescheduleCount: 1 });

    // The day has come, and the work is done.
    ahead = new Date(second.startsAt).getTime() - Date.now() + HOUR_MS / 4;
    const { email, password } = test.staff.team_lead;
    const staff = clientFor(
      must(await clientFor().POST('/api/v1/ops/auth/login', { body: { email, password } })).accessToken,
    );
    for (const status of ['in_progress', 'completed'] as const) {
      const { response } = await staff.GET('/api/v1/bookings/{id}', { params: { path } });
      const header = { 'If-Match': response.headers.get('ETag') ?? 'none' };
      must(await staff.PUT('/api/v1/bookings/{id}/status', { params: { path, header }, body: { status } }));
    }
    const { refreshToken } = signedIn;
    const refreshed = must(await clientFor().POST('/api/v1/auth/refresh', { body: { refreshToken } }));
    client = clientFor(refreshed.accessToken);

    const rated = await client.POST('/api/v1/bookings/{id}/rate', {
      params: { path },
      body: { rating: 4, review: 'On time, and clean work.' },
    });
    expect(must(rated)).toMatchObject({ status: 'completed', rating: 4 });

    const complaint = must(
      await client.POST('/api/v1/complaints', {
        body: { category: 'quality', description: 'It is warm again since this morning.', bookingId: booked.number },
      }),
    );
    const heard = must(await client.GET('/api/v1/complaints/{id}', { params: { path: { id: complaint.number } } }));
    expect(heard).toMatchObject({ id: complaint.id, status: 'open', category: 'quality' });

    // Booked anew for a week later, and given up.
    const query = {
      item: [service.id],
      pincode,
      from: new Date(Date.now() + ahead + 7 * 24 * HOUR_MS).toISOString().slice(0, 10),
    };
    const later = must(await client.GET('/api/v1/bookings/free-hours', { params: { query } })).items[0];
    if (!later) throw new Error('There are no free hours.');
    const addresses = must(await client.GET('/api/v1/users/me/addresses'));
    const again = must(await book(later.startsAt, 'second-booking', { id: addresses.items[0]?.id ?? '' }));
    const cancelled = must(
      await client.POST('/api/v1/bookings/{id}/cancel', {
        params: { path: { id: again.id } },
        body: { reason: 'It works after all.', quotedRefundPaise: again.totalPaise },
      }),
    );
    expect(cancelled).toMatchObject({
      booking: { status: 'cancelled' },
      refund: { percent: 100, amountPaise: again.totalPaise },
    });

    const mine = must(
      await client.GET('/api/v1/bookings', { params: { query: { status: ['completed', 'cancelled'] } } }),
    );
    expect(mine.items.map(({ number }) => number).sort()).toEqual([booked.number, again.number].sort());
  });

  it('gets problems in the form that the document declares', async () => {
    const { error, response } = await clientFor().POST('/api/v1/auth/login', {
      body: { email: 'nobody@example.test', password: 'wrong' },
    });
    expect(response.status).toBe(401);
    expect(error?.code).toBe('bad-credentials');
    const foreign = await clientFor().GET('/api/v1/services/{id}', { params: { path: { id: 'no-such-service' } } });
    expect([foreign.response.status, foreign.error?.code]).toEqual([404, 'not-found']);
  });
});
