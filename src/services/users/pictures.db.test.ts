import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '#src/permissions.ts';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { getPicture } from './get-picture.ts';
import { removeOwnPicture } from './remove-own-picture.ts';
import { setPicture } from './set-picture.ts';
import { jpeg, png, webp } from './test-pictures.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const MINE = '/api/v1/users/me/picture';
const put = (token: string, body: Buffer, type = 'image/png') =>
  client.call('PUT', MINE, { token, body, headers: { 'Content-Type': type } });
const get = (token: string, path = MINE) => client.call('GET', path, { token });
const files = () => readdir(join(client.folder, 'uploads'));
const staff = (...permissions: Permission[]) => {
  const { id, name } = client.accounts.admin;
  const actor = { kind: 'staff' as const, id, name, role: 'x', level: 1, permissions: new Set(permissions) };
  return testCtx(client.app.deps, client.accounts.company, actor);
};

describe('a picture', () => {
  it('is given back as it came, to be shown and never run', async () => {
    const { accessToken, user } = await client.register();
    const picture = webp('VP8X', 300, 300);
    expect((await put(accessToken, picture, 'image/webp')).status).toBe(200);
    const { body } = await client.call('GET', '/api/v1/users/me', { token: accessToken });
    expect(body['picture']).toBe(MINE);
    for (const path of [MINE, `/api/v1/users/${user.id}/picture`]) {
      const answer = await get(accessToken, path);
      expect([answer.status, answer.body['bytes']]).toEqual([200, picture]);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="picture.webp"');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    }
  });

  it('is at the path that the profile names, also for staff who may not see customers', async () => {
    const { email, password } = client.accounts.admin;
    const { accessToken } = await client.login(email, password);
    await put(accessToken, png(64, 64));
    const { body } = await client.call('GET', '/api/v1/users/me', { token: accessToken });
    expect((await get(accessToken, String(body['picture']))).status).toBe(200);
    await client.call('DELETE', MINE, { token: accessToken });
  });

  it('takes the place of the last, whose file goes', async () => {
    const { accessToken } = await client.register();
    await put(accessToken, png(100, 100));
    const before = await files();
    await put(accessToken, jpeg(200, 100), 'image/jpeg');
    expect(await files()).toHaveLength(before.length);
    expect((await get(accessToken)).headers.get('content-type')).toBe('image/jpeg');
    expect((await client.call('DELETE', MINE, { token: accessToken })).status).toBe(200);
    expect(await files()).toHaveLength(before.length - 1);
    expect((await get(accessToken)).status).toBe(404);
    expect((await client.call('DELETE', MINE, { token: accessToken })).status).toBe(200);
  });

  it('is what its bytes say, not its type', async () => {
    const { accessToken } = await client.register();
    const before = await files();
    expect((await put(accessToken, Buffer.from('<svg onload="alert(1)"/>'))).body).toMatchObject({ code: 'invalid' });
    expect((await put(accessToken, png(1, 1))).body).toMatchObject({ code: 'invalid' });
    expect((await put(accessToken, png(60_000, 60_000))).body).toMatchObject({ code: 'invalid' });
    expect((await put(accessToken, Buffer.alloc(0))).body).toMatchObject({ code: 'invalid' });
    expect((await put(accessToken, png(64, 64), 'image/svg+xml')).status).toBe(415);
    expect(await files()).toEqual(before);
    await put(accessToken, jpeg(64, 64), 'image/png');
    expect((await get(accessToken)).headers.get('content-type')).toBe('image/jpeg');
  });

  it('has at most two megabytes', async () => {
    const { accessToken } = await client.register();
    expect((await put(accessToken, png(64, 64, 2 * 2 ** 20))).status).toBe(200);
    expect((await put(accessToken, png(64, 64, 2 * 2 ** 20 + 1))).status).toBe(413);
    const ctx = testCtx(client.app.deps, client.accounts.company, { kind: 'guest', id: 'gst_x' });
    await expect(setPicture(ctx, png(64, 64))).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(removeOwnPicture(ctx)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is seen by its holder and by staff who may see customers, which is noted', async () => {
    const { accessToken, user } = await client.register();
    await put(accessToken, png(64, 64));
    const stranger = await client.register();
    expect((await get(stranger.accessToken, `/api/v1/users/${user.id}/picture`)).status).toBe(404);
    expect((await get('', `/api/v1/users/${user.id}/picture`)).status).toBe(401);
    expect((await get(accessToken, `/api/v1/users/${encodeURIComponent('नमस्ते')}/picture`)).status).toBe(404);
    await expect(getPicture(staff('customers.view'), user.id)).resolves.toMatchObject({ type: 'image/png' });
    const [noted] = await client.app.deps.db.query.staffActivityLog.findMany({
      where: (a, { eq }) => eq(a.subjectId, user.id),
    });
    expect(noted).toMatchObject({ action: 'user.picture_viewed', userId: client.accounts.admin.id });
    const others = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => permission !== 'customers.view');
    await expect(getPicture(staff(...others), user.id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
