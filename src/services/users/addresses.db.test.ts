import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { createAddress } from './create-address.ts';
import { deleteAddress } from './delete-address.ts';
import { getAddress } from './get-address.ts';
import { updateAddress } from './update-address.ts';

let client: AccountClient;
let token: string;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const PATH = '/api/v1/users/me/addresses';
const home = () => ({ label: 'Home', line1: '7, Lake View', pincode: client.accounts.pincode.pincode });
const create = (body: object, headers = {}) => client.call('POST', PATH, { token, body, headers });
const read = (id: string) => client.call('GET', `${PATH}/${id}`, { token });
const put = (id: string, body: object, version: unknown = 1) =>
  client.call('PUT', `${PATH}/${id}`, { token, body, headers: { 'If-Match': `"${String(version)}"` } });
const etagOf = async (id: string) => (await read(id)).headers.get('etag');
const remove = (id: string) => client.call('DELETE', `${PATH}/${id}`, { token });
const labels = async () => {
  const { items } = (await client.call('GET', PATH, { token })).body as {
    items: { label: string; isDefault: boolean }[];
  };
  return items.map(({ label, isDefault }) => (isDefault ? `${label}*` : label));
};
const idOf = async (answer: ReturnType<typeof create>) => String((await answer).body['id']);

describe('saved addresses', () => {
  it('are made with the place of their pincode, and one of them is the default', async () => {
    token = (await client.register()).accessToken;
    const { locality, city, state } = client.accounts.pincode;
    const first = await create(home());
    expect([first.status, first.body]).toMatchObject([201, { ...home(), locality, city, state, isDefault: true }]);
    await create({ ...home(), label: 'Office', locality: 'Near the lake' });
    expect(await labels()).toEqual(['Home*', 'Office']);
    await create({ ...home(), label: 'Parents', isDefault: true });
    expect(await labels()).toEqual(['Parents*', 'Home', 'Office']);
  });

  it('are made once for one idempotency key', async () => {
    token = (await client.register()).accessToken;
    const key = { 'Idempotency-Key': 'address-1' };
    const [a, b] = [await create(home(), key), await create(home(), key)];
    expect(b.body).toEqual(a.body);
    expect(await labels()).toEqual(['Home*']);
  });

  it('have one default however many are made at once', async () => {
    token = (await client.register()).accessToken;
    await Promise.all(['A', 'B', 'C', 'D'].map((label) => create({ ...home(), label })));
    expect((await labels()).filter((label) => label.endsWith('*'))).toHaveLength(1);
  });

  it('are replaced whole, and the default one stays until another takes over', async () => {
    token = (await client.register()).accessToken;
    const [first, second] = [await idOf(create(home())), await idOf(create({ ...home(), label: 'Office' }))];
    const { pincode, locality } = client.accounts.otherPincode;
    const moved = await put(second, { label: 'Work', line1: '9, Hill Road', pincode, isDefault: true });
    expect([moved.status, moved.body]).toMatchObject([200, { label: 'Work', pincode, locality, isDefault: true }]);
    expect(await labels()).toEqual(['Work*', 'Home']);
    expect((await put(second, { ...home(), isDefault: false }, 2)).body).toMatchObject({ code: 'not-allowed' });
    // The first is no longer the default one, so it is another version.
    expect((await put(first, home(), 2)).body).toMatchObject({ isDefault: false, version: 3 });
  });

  it('are replaced in the version that was read alone', async () => {
    token = (await client.register()).accessToken;
    const made = await create(home());
    const id = String(made.body['id']);
    expect([made.headers.get('etag'), made.body['version'], await etagOf(id)]).toEqual(['"1"', 1, '"1"']);
    const blind = await client.call('PUT', `${PATH}/${id}`, { token, body: home() });
    expect([blind.status, blind.body['code']]).toEqual([428, 'precondition-required']);
    const changed = await put(id, { ...home(), label: 'Flat' }, 1);
    expect([changed.status, changed.headers.get('etag'), changed.body['version']]).toEqual([200, '"2"', 2]);
    const stale = await put(id, { ...home(), label: 'Lost' }, 1);
    expect([stale.status, stale.body['code']]).toEqual([412, 'precondition-failed']);
    expect((await read(id)).body).toEqual(changed.body);
    const both = await Promise.all(['A', 'B'].map((label) => put(id, { ...home(), label }, 2)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('are another version when they become the default one or are it no more, and not otherwise', async () => {
    token = (await client.register()).accessToken;
    const a = await idOf(create(home()));
    const b = await idOf(create({ ...home(), label: 'B' }));
    expect([await etagOf(a), await etagOf(b)]).toEqual(['"1"', '"1"']);
    expect((await put(b, { ...home(), label: 'B', isDefault: true })).body['version']).toBe(2);
    expect([await etagOf(a), await etagOf(b)]).toEqual(['"2"', '"2"']);
    const c = await idOf(create({ ...home(), label: 'C', isDefault: true }));
    expect([await etagOf(a), await etagOf(b), await etagOf(c)]).toEqual(['"2"', '"3"', '"1"']);
    await remove(c);
    expect([await etagOf(a), await etagOf(b)]).toEqual(['"2"', '"4"']);
  });

  it('give the default to another when the default one is deleted', async () => {
    token = (await client.register()).accessToken;
    const [first, second] = [await idOf(create(home())), await idOf(create({ ...home(), label: 'Office' }))];
    expect((await remove(first)).status).toBe(200);
    expect(await labels()).toEqual(['Office*']);
    expect((await remove(first)).status).toBe(404);
    expect((await remove(second)).status).toBe(200);
    expect(await labels()).toEqual([]);
  });

  it('are twenty at most', async () => {
    token = (await client.register()).accessToken;
    for (let n = 1; n <= 20; n++) expect((await create({ ...home(), label: `No. ${n}` })).status).toBe(201);
    expect((await create(home())).body).toMatchObject({ code: 'not-allowed' });
  });

  it('are refused with a pincode that does not exist, or lines that are none', async () => {
    token = (await client.register()).accessToken;
    expect((await create({ ...home(), pincode: '999999' })).body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/pincode' }],
    });
    const bad = await create({ label: '', line1: 'a\nb', pincode: 'x', city: 'Here' });
    expect((bad.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/label', '/line1', '/pincode', '/city']),
    );
  });

  it('are nobody else’s', async () => {
    const [theirs] = client.accounts.customer.addresses;
    token = (await client.register()).accessToken;
    for (const id of [theirs?.id ?? '', 'adr_nothing', 'नमस्ते', 'x'.repeat(99)]) {
      const path = encodeURIComponent(id);
      expect((await read(path)).status).toBe(404);
      expect((await put(path, home())).status).toBe(404);
      expect((await remove(path)).status).toBe(404);
    }
    const ctx = testCtx(client.app.deps, client.accounts.company, { kind: 'guest', id: 'gst_x' });
    const unauthenticated = { code: 'unauthenticated' };
    await expect(createAddress(ctx, home())).rejects.toMatchObject(unauthenticated);
    await expect(getAddress(ctx, theirs?.id ?? '')).rejects.toMatchObject(unauthenticated);
    await expect(updateAddress(ctx, theirs?.id ?? '', 1, home())).rejects.toMatchObject(unauthenticated);
    await expect(deleteAddress(ctx, theirs?.id ?? '')).rejects.toMatchObject(unauthenticated);
  });
});
