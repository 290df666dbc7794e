import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idempotencyKeys, users } from '#src/db/schema/index.ts';
import { somebody, startAccountClient, type AccountClient, type Person } from '#tests/account-client.ts';
import { createTestAccounts } from '#tests/test-accounts.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const REGISTER = '/api/v1/auth/register';
const OPS = '/api/v1/ops/auth/register';
const register = (body: Person, key: string, path = REGISTER, more = {}) =>
  client.call('POST', path, { body, headers: { 'Idempotency-Key': key, ...more } });
const accountsOf = ({ email }: Person) => client.app.deps.db.select().from(users).where(eq(users.email, email));

describe('registering with an Idempotency-Key', () => {
  it('makes one account, and gives the same tokens to who repeats the very request', async () => {
    const person = somebody();
    const first = await register(person, 'register-1');
    const again = await register(person, 'register-1');
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const token = String(again.body['accessToken']);
    expect((await client.call('GET', '/api/v1/users/me', { token })).body).toMatchObject({ email: person.email });
    expect(await accountsOf(person)).toHaveLength(1);
  });

  it('tells nothing to who knows the key but not the request', async () => {
    const person = somebody();
    const first = await register(person, 'register-2');
    expect(first.status).toBe(201);
    for (const guess of [{ ...person, password: 'another-long-password' }, somebody()]) {
      const answer = await register(guess, 'register-2');
      expect([answer.status, answer.body['code']]).toEqual([422, 'idempotency-mismatch']);
      expect(JSON.stringify(answer.body)).not.toContain(person.email);
    }
  });

  it('keeps neither tokens nor a plain hash of the password in the table', async () => {
    const person = somebody();
    const { body } = await register(person, 'register-3');
    const { db } = client.app.deps;
    const nobody = and(
      eq(idempotencyKeys.companyId, client.accounts.companyId),
      eq(idempotencyKeys.actorId, 'anybody'),
    );
    const rows = JSON.stringify(await db.select().from(idempotencyKeys).where(nobody));
    expect(rows).toContain('POST /api/v1/auth/register');
    for (const secret of ['register-3', body['accessToken'], body['refreshToken'], person.email, person.password])
      expect(rows).not.toContain(String(secret));
    const plain = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('base64url');
    for (const input of [person, { body: person }, { params: {}, body: person }])
      expect(rows).not.toContain(plain(input));
  });

  it('makes one account however many are sent at once', async () => {
    const person = somebody();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(person, 'register-4')));
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body['code']]).toEqual([409, 'conflict']);
    expect(new Set(made.map(({ body }) => body['refreshToken'])).size).toBe(1);
    expect(await accountsOf(person)).toHaveLength(1);
    expect((await register(person, 'register-4')).body).toEqual(made[0]?.body);
  });

  it('leaves the key free when it was refused', async () => {
    const person = somebody();
    expect((await register({ ...person, password: 'password' }, 'register-5')).status).toBe(422);
    expect((await register(person, 'register-5')).status).toBe(201);
  });

  it('counts for its company and its route alone', async () => {
    const elsewhere = await createTestAccounts(client.app.deps.db);
    const person = somebody();
    const here = await register(person, 'register-6');
    const there = await register(person, 'register-6', REGISTER, { 'X-Company': elsewhere.companyId });
    expect([here.status, there.status]).toEqual([201, 201]);
    expect(there.body['user']).not.toEqual(here.body['user']);
    const staff = somebody();
    const waiting = await register(staff, 'register-6', OPS);
    expect([waiting.status, waiting.body['status']]).toEqual([202, 'waiting']);
    expect((await register(staff, 'register-6', OPS)).body).toEqual(waiting.body);
    expect((await register(somebody(), 'register-6', OPS)).body['code']).toBe('idempotency-mismatch');
    expect(await accountsOf(staff)).toHaveLength(1);
  });

  it('takes the guest’s cookie away again when repeated', async () => {
    const guest = await client.call('POST', '/api/v1/auth/guest');
    const person = somebody();
    const cookie = { Cookie: `guest=${String(guest.body['accessToken'])}` };
    const first = await register(person, 'register-7', REGISTER, cookie);
    const again = await register(person, 'register-7', REGISTER, cookie);
    expect(first.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(again.headers.get('set-cookie')).toBe(first.headers.get('set-cookie'));
  });

  it('is refused with a key that is none, and by a company that does not exist', async () => {
    for (const key of ['two words', 'x'.repeat(129)])
      expect((await register(somebody(), key)).body['code']).toBe('invalid');
    expect((await register(somebody(), 'register-8', REGISTER, { 'X-Company': 'nowhere' })).status).toBe(404);
  });
});

describe('a repeated request of somebody signed in', () => {
  const HOME = { label: 'Home', line1: '7, Lake View' };

  it('gets the version of the first answer, too', async () => {
    const { accessToken: token } = await client.register();
    const body = { ...HOME, pincode: client.accounts.pincode.pincode };
    const send = () =>
      client.call('POST', '/api/v1/users/me/addresses', { token, body, headers: { 'Idempotency-Key': 'home' } });
    const [first, again] = [await send(), await send()];
    expect([first.headers.get('etag'), again.headers.get('etag')]).toEqual(['"1"', '"1"']);
  });

  it('is nobody else’s', async () => {
    const body = { ...HOME, pincode: client.accounts.pincode.pincode };
    const headers = { 'Idempotency-Key': 'shared' };
    const make = async (token: string) =>
      (await client.call('POST', '/api/v1/users/me/addresses', { token, body, headers })).body['id'];
    const [one, other] = [await client.register(), await client.register()];
    const ids = [await make(one.accessToken), await make(other.accessToken)];
    expect(new Set(ids).size).toBe(2);
  });
});
