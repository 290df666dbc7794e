import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachments } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { PERMISSIONS, type Permission } from '#src/permissions.ts';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { scrubDeletedUsers } from '../users/scrub-deleted-users.ts';
import { jpeg, png } from '../users/test-pictures.ts';
import { addAttachment } from './add-attachment.ts';
import { getAttachment } from './get-attachment.ts';
import { ATTACHMENT_POLICY } from './policy.ts';
import { pdf } from './test-pdf.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const PATH = '/api/v1/chat/attachments';
const post = (token: string, body: Buffer, { type = 'image/png', query = '' } = {}) =>
  client.call('POST', `${PATH}${query}`, { token, body, headers: { 'Content-Type': type } });
const get = (token: string, id: unknown) => client.call('GET', `${PATH}/${String(id)}`, { token });
const remove = (token: string, id: unknown) => client.call('DELETE', `${PATH}/${String(id)}`, { token });
const stored = (): Promise<string[]> => readdir(join(client.folder, 'uploads', 'attachments')).catch(() => []);
const complain = (token: string, attachmentIds: unknown[], description = 'The tap leaks.') =>
  client.call('POST', '/api/v1/complaints', { token, body: { category: 'quality', description, attachmentIds } });
const staff = (...permissions: Permission[]) => {
  const { id, name } = client.accounts.admin;
  const actor = { kind: 'staff' as const, id, name, role: 'x', level: 1, permissions: new Set(permissions) };
  return testCtx(client.app.deps, client.accounts.company, actor);
};
const eventsOf = (id: unknown) =>
  client.app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, String(id)) });

describe('an attachment', () => {
  it('is given back as it came, to be saved and never run', async () => {
    const { accessToken, user } = await client.register();
    const added = await post(accessToken, pdf(), { type: 'application/pdf', query: '?name=नल%20"bill".pdf' });
    expect(added).toMatchObject({ status: 201, body: { name: 'नल bill.pdf', contentType: 'application/pdf' } });
    const { id } = added.body;
    const answer = await get(accessToken, id);
    expect([answer.status, answer.body['bytes']]).toEqual([200, pdf()]);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="__ bill.pdf"; filename*=UTF-8\'\'%E0%A4%A8%E0%A4%B2%20bill.pdf',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(await eventsOf(id)).toMatchObject([{ type: 'attachment.added', actorId: user.id }]);
  });

  it('is what its bytes say, not its type or name', async () => {
    const { accessToken } = await client.register();
    const before = await stored();
    const page = Buffer.from('<html><script>alert(1)</script>');
    expect((await post(accessToken, page)).body).toMatchObject({ code: 'invalid' });
    expect((await post(accessToken, page, { type: 'application/pdf' })).body).toMatchObject({ code: 'invalid' });
    expect((await post(accessToken, Buffer.alloc(0))).body).toMatchObject({ code: 'invalid' });
    for (const type of ['text/html', 'image/svg+xml', 'multipart/form-data; boundary=x', 'application/zip'])
      expect((await post(accessToken, png(4, 4), { type })).status).toBe(415);
    expect(await stored()).toEqual(before);
    const { body } = await post(accessToken, jpeg(64, 64), { query: '?name=x.pdf' });
    expect(body).toMatchObject({ contentType: 'image/jpeg', name: 'x.jpg' });
  });

  it('has at most ten megabytes', async () => {
    const { accessToken } = await client.register();
    expect((await post(accessToken, png(64, 64, ATTACHMENT_POLICY.maxBytes))).status).toBe(201);
    expect((await post(accessToken, png(64, 64, ATTACHMENT_POLICY.maxBytes + 1))).status).toBe(413);
    const ctx = testCtx(client.app.deps, client.accounts.company, { kind: 'guest', id: newId('guest') });
    const bytes = png(64, 64, ATTACHMENT_POLICY.maxBytes + 1);
    await expect(addAttachment(ctx, { bytes })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lies under a name of ours, whatever the client calls it', async () => {
    const { accessToken } = await client.register();
    const before = await stored();
    for (const name of ['../../../../etc/passwd', '..\\..\\boot.ini', '/abs.png', '%2e%2e%2fx', 'a\u0000b'])
      expect((await post(accessToken, png(4, 4), { query: `?name=${encodeURIComponent(name)}` })).status).toBe(201);
    const added = (await stored()).filter((file) => !before.includes(file));
    expect(added).toHaveLength(5);
    for (const file of added) expect(file).toMatch(/^att_[\da-z]{26}$/);
    expect((await readdir(client.folder)).toSorted()).toEqual(['outbox', 'uploads']);
    for (const id of ['..%2f..%2foutbox', '%00', 'att_../../../../etc/passwd', 'नमस्ते', "'%20or%201=1", 'x'.repeat(200)])
      expect((await get(accessToken, encodeURIComponent(id))).status).toBe(404);
  });

  it('is its owner’s: for others it is as if there were none', async () => {
    const { accessToken } = await client.register();
    const { id } = (await post(accessToken, png(4, 4))).body;
    const stranger = (await client.register()).accessToken;
    const none = await get(stranger, `${String(id).slice(0, -4)}zzzz`);
    for (const answer of [await get(stranger, id), await remove(stranger, id), await get('', id), await remove('', id)])
      expect([answer.status, answer.body['detail']]).toEqual([404, none.body['detail']]);
    expect((await complain(stranger, [id])).body).toMatchObject({ code: 'not-found' });
    expect((await get(accessToken, id)).status).toBe(200);
  });

  it('can be taken back, with its file, as long as no complaint rests on it', async () => {
    const { accessToken } = await client.register();
    const { id } = (await post(accessToken, png(4, 4))).body;
    expect((await remove(accessToken, id)).status).toBe(200);
    expect(await stored()).not.toContain(id);
    expect([(await get(accessToken, id)).status, (await remove(accessToken, id)).status]).toEqual([404, 404]);
    expect((await eventsOf(id)).map(({ type }) => type).toSorted()).toEqual(['attachment.added', 'attachment.removed']);

    const kept = (await post(accessToken, png(4, 4))).body['id'];
    await complain(accessToken, [kept]);
    expect((await remove(accessToken, kept)).body).toMatchObject({ code: 'not-allowed' });
    expect((await get(accessToken, kept)).status).toBe(200);
  });

  it('is seen by staff who may read conversations, or, of a complaint, complaints; and that is noted', async () => {
    const { accessToken } = await client.register();
    const loose = String((await post(accessToken, png(4, 4))).body['id']);
    const used = String((await post(accessToken, png(4, 4))).body['id']);
    await complain(accessToken, [used]);
    await expect(getAttachment(staff('conversations.view'), loose)).resolves.toMatchObject({ bytes: png(4, 4) });
    await expect(getAttachment(staff('conversations.view'), used)).resolves.toBeDefined();
    await expect(getAttachment(staff('complaints.view'), used)).resolves.toBeDefined();
    await expect(getAttachment(staff('complaints.view'), loose)).rejects.toMatchObject({ code: 'not-found' });
    const others = (Object.keys(PERMISSIONS) as Permission[]).filter(
      (permission) => permission !== 'conversations.view' && permission !== 'complaints.view',
    );
    await expect(getAttachment(staff(...others), used)).rejects.toMatchObject({ code: 'not-found' });
    const noted = await client.app.deps.db.query.staffActivityLog.findMany({
      where: (a, { eq }) => eq(a.subjectId, used),
    });
    expect(noted.map(({ action }) => action)).toEqual(['attachment.viewed', 'attachment.viewed']);
  });

  it('is not for another company', async () => {
    const { accessToken } = await client.register();
    const id = String((await post(accessToken, png(4, 4))).body['id']);
    const ctx = { ...staff('conversations.view', 'complaints.view') };
    ctx.company = { ...ctx.company, id: 'elsewhere' };
    await expect(getAttachment(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is one of at most fifty a day, however many are sent at once', async () => {
    const { accessToken } = await client.register();
    const sent = await Promise.all(Array.from({ length: 55 }, () => post(accessToken, png(4, 4))));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(ATTACHMENT_POLICY.maxPerDay);
    const refused = sent.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3_600);
  });

  it('of a guest goes with them to their account', async () => {
    const added = await client.call('POST', PATH, { body: png(4, 4), headers: { 'Content-Type': 'image/png' } });
    expect(added.status).toBe(201);
    const cookie = added.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { customer } = client.accounts;
    const { body } = await client.call('POST', '/api/v1/auth/login', {
      body: { email: customer.email, password: customer.password },
      headers: { Cookie: cookie },
    });
    expect((await get(String(body['accessToken']), added.body['id'])).status).toBe(200);
  });
});

describe('the files of a complaint', () => {
  it('are listed with it, and make a new version of it when they come later', async () => {
    const { accessToken: token } = await client.register();
    const first = (await post(token, png(4, 4), { query: '?name=before.png' })).body['id'];
    const { body } = await complain(token, [first]);
    const path = `/api/v1/complaints/${String(body['id'])}`;
    const before = await client.call('GET', path, { token });
    expect(before.body).toMatchObject({ version: 1, attachments: [{ id: first, name: 'before.png' }] });
    const second = (await post(token, pdf(), { type: 'application/pdf' })).body['id'];
    const update = { text: 'The bill.', attachmentIds: [second] };
    expect((await client.call('POST', `${path}/updates`, { token, body: update })).status).toBe(201);
    const etag = { 'If-None-Match': before.headers.get('etag') ?? '' };
    const after = await client.call('GET', path, { token, headers: etag });
    expect(after.body).toMatchObject({ version: 2, attachments: [{ id: first }, { id: second }] });
  });

  it('are all taken or none, each for one complaint alone', async () => {
    const { accessToken: token, user } = await client.register();
    const [mine, other] = [(await post(token, png(4, 4))).body['id'], (await post(token, png(4, 4))).body['id']];
    await complain(token, [other]);
    for (const ids of [
      [mine, other],
      [mine, newId('attachment')],
      [mine, '../x'],
    ])
      expect((await complain(token, ids)).status).toBeGreaterThanOrEqual(400);
    expect(
      (
        await complain(
          token,
          Array.from({ length: 11 }, () => mine),
        )
      ).body,
    ).toMatchObject({ code: 'invalid' });
    expect((await complain(token, [mine, mine])).status).toBe(201);
    const rows = await client.app.deps.db.query.complaints.findMany({ where: (c, { eq }) => eq(c.userId, user.id) });
    expect(rows).toHaveLength(2);
  });

  it('go with the account, in the table and on the disk', async () => {
    const person = await client.register();
    const { accessToken: token, user } = person;
    const id = String((await post(token, png(4, 4), { query: '?name=meera-iyer.png' })).body['id']);
    await complain(token, [id]);
    await client.call('DELETE', '/api/v1/users/me', { token, body: { password: person.password } });
    client.pass(31 * 86_400);
    await scrubDeletedUsers(testCtx(client.app.deps, client.accounts.company, { kind: 'system' }));
    expect(await stored()).not.toContain(id);
    const rows = await client.app.deps.db.query.attachments.findMany({ where: (a, { eq }) => eq(a.ownerId, user.id) });
    expect(rows).toMatchObject([{ id, name: '[removed]', deletedAt: expect.any(Date) }]);
    await expect(getAttachment(staff('conversations.view'), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leave no file behind when the row cannot be written', async () => {
    const before = await stored();
    const guest = testCtx(client.app.deps, client.accounts.company, { kind: 'guest', id: newId('guest') });
    const rows = await client.app.deps.db.$count(attachments);
    // A company that does not exist: the foreign key refuses the row.
    const ctx = { ...guest, company: { ...guest.company, id: 'nowhere' } };
    await expect(addAttachment(ctx, { bytes: png(4, 4) })).rejects.toThrow(/Failed query/);
    expect(await stored()).toEqual(before);
    expect(await client.app.deps.db.$count(attachments)).toBe(rows);
  });
});
