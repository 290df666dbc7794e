import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertActivity } from '#src/db/queries/events.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const STAFF = ['admin', 'operations_manager', 'team_lead', 'support_agent'] as const;
type Slug = (typeof STAFF)[number];
interface Entry {
  id: string;
  action: string;
  createdAt: string;
  user: { id: string; name: string };
  subject: { type: string; id: string };
}

let app: TestApp;
let test: TestCompany<Slug>;

beforeAll(async () => {
  app = await startTestApp({ settings: { RATE_LIMIT_IP_PER_MINUTE: 0 } });
  test = await createTestCompany(app.deps.db, { staff: STAFF });
  // Two at every minute: the order has to be told by the ids as well.
  for (let n = 0; n < 12; n++) {
    const createdAt = new Date(Date.UTC(2026, 10, 20, 4, Math.floor(n / 2)));
    await insertActivity(app.deps.db, {
      id: newId('activity', createdAt),
      companyId: test.company.id,
      userId: test.staff[n % 3 === 0 ? 'team_lead' : 'support_agent'].id,
      action: n % 2 === 0 ? 'booking.cancelled' : 'customer.viewed',
      subjectType: n % 2 === 0 ? 'booking' : 'user',
      subjectId: `bkg_${n}`,
      requestId: null,
      data: { n },
      createdAt,
    });
  }
});
afterAll(() => app.close());

const call = (as: Slug, query = ''): Promise<Answer> =>
  createCall(app, test.company.id)(`GET /api/v1/ops/activity${query}`, {
    as: tokenOf(app, test.company.id, { id: test.staff[as].id, kind: 'staff' }),
  });
const entries = async (query: string) => (await call('admin', query)).body['items'] as Entry[];
const outcome = ({ status, body }: Answer) => [status, body['code']];

describe('the activity log', () => {
  it('is told newest first, with who and what', async () => {
    const list = await entries('');
    expect(list).toHaveLength(12);
    const order = list.map(({ createdAt, id }) => `${createdAt} ${id}`);
    expect(order).toEqual(order.toSorted().toReversed());
    expect(list.find(({ subject }) => subject.id === 'bkg_0')).toMatchObject({
      user: { id: test.staff.team_lead.id, name: test.staff.team_lead.name },
      action: 'booking.cancelled',
      subject: { type: 'booking', id: 'bkg_0' },
      data: { n: 0 },
      createdAt: '2026-11-20T04:00:00.000Z',
    });
  });

  it('comes in pages that together are the whole, each entry once', async () => {
    const ids: string[] = [];
    let query = '?limit=5';
    for (let page = 0; page < 4; page++) {
      const { body } = await call('admin', query);
      ids.push(...(body['items'] as Entry[]).map(({ id }) => id));
      if (!body['nextCursor']) break;
      query = `?limit=5&cursor=${String(body['nextCursor'])}`;
    }
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  });

  it('is filtered by who, what, to what and when', async () => {
    expect(await entries(`?userId=${test.staff.team_lead.id}`)).toHaveLength(4);
    expect(await entries('?action=customer.viewed')).toHaveLength(6);
    expect(await entries('?subjectType=booking')).toHaveLength(6);
    expect(await entries('?subjectType=booking&subjectId=bkg_4')).toMatchObject([{ subject: { id: 'bkg_4' } }]);
    const period = `?from=${encodeURIComponent('2026-11-20T09:31:00+05:30')}&to=2026-11-20T04:03:00Z`;
    expect(await entries(period)).toHaveLength(4);
  });

  it.each([
    '?from=yesterday',
    '?userId=%E0%A4%95',
    '?action=x',
    '?subjectType=%00',
    '?limit=0',
    '?who=me',
    '?to=a&to=b',
    '?to=9999-12-31T23:59:59-14:00',
    `?from=${encodeURIComponent('0000-01-01T00:00:00+14:00')}`,
  ])('refuses %s', async (query) => {
    expect(outcome(await call('admin', query))).toEqual([422, 'invalid']);
  });

  it.each([
    ['of another list', ['usr_1', 'usr_1']],
    ['of no instant', [1e300, 'log_1']],
    ['of no id', [1, 'कोई']],
  ])('begins at its start for a cursor %s', async (_, place) => {
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    expect(await entries(`?cursor=${cursor}`)).toHaveLength(12);
  });

  it('is not for those without the permission, and holds nothing of another company', async () => {
    expect(outcome(await call('team_lead'))).toEqual([403, 'forbidden']);
    const elsewhere = await createTestCompany(app.deps.db, { staff: ['admin'] });
    const as = tokenOf(app, elsewhere.company.id, { id: elsewhere.staff.admin.id, kind: 'staff' });
    const answer = await createCall(app, elsewhere.company.id)('GET /api/v1/ops/activity', { as });
    expect(answer.body).toEqual({ items: [] });
  });
});

describe('the export', () => {
  const period = '/export?from=2026-11-20T04:00:00Z&to=2026-11-20T04:02:00Z';

  it('is a CSV file of a period, and in the log itself', async () => {
    const { status, headers, text } = await call('admin', period);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe('attachment; filename="activity.csv"');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.includes('bkg_0'))).toContain(
      `2026-11-20T04:00:00.000Z,${test.staff.team_lead.id},${test.staff.team_lead.name},booking.cancelled,booking,bkg_0`,
    );
    expect(await entries('?action=activity.exported')).toMatchObject([
      { user: { id: test.staff.admin.id }, data: { entries: 4 } },
    ]);
  });

  it('is for those who may take it away', async () => {
    expect((await call('operations_manager')).status).toBe(200);
    expect(outcome(await call('operations_manager', period))).toEqual([403, 'forbidden']);
  });

  it('needs a period', async () => {
    expect(outcome(await call('admin', '/export'))).toEqual([422, 'invalid']);
    expect(outcome(await call('admin', '/export?from=2026-11-20T04:00:00Z&to=2026-11-20T04:00:00Z'))).toEqual([
      422,
      'invalid',
    ]);
  });
});
