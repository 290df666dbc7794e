import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#src/log.ts';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { startMailServer, type MailServer } from '#tests/mail-server.ts';

let server: MailServer;
let client: AccountClient;
let logged = '';
beforeAll(async () => {
  server = await startMailServer();
  const SMTP_URL = `smtp://shop:p%40ss%3Aword@127.0.0.1:${server.port}`;
  const log = createLog('info', { write: (line) => (logged += line) });
  client = await startAccountClient({ SMTP_URL, MAIL_FROM: 'Nexora <care@nexora.test>' }, { log });
});
afterAll(() => client.close());

const post = (path: string, body?: object, token?: string) => client.call('POST', `/api/v1${path}`, { body, token });

describe('with a mail server', () => {
  it('a forgotten password is replaced by the code of a mail', async () => {
    const { email } = await client.register();
    expect((await post('/auth/password/forgot', { email })).status).toBe(202);
    const mail = (await server.mailsTo(email, 2)).at(-1);
    expect(mail?.headers.get('subject')).toContain('Choose a new');
    const [code = ''] = /^[\w-]{43}$/m.exec(mail?.text ?? '') ?? [];
    expect(mail?.html).toContain(`>${code}<`);
    expect((await post('/auth/password/reset', { token: code, password: 'green-lamp-by-window' })).status).toBe(200);
    await client.login(email, 'green-lamp-by-window');
    expect((await server.mailsTo(email, 3)).at(-1)?.headers.get('subject')).toContain('has been changed');
  });

  it('text messages are left in the folder, and e-mails are not', async () => {
    const { email, phone } = await client.register();
    expect(await client.messagesTo(phone)).toMatchObject([{ purpose: 'verify-phone' }]);
    expect(await server.mailsTo(email)).toHaveLength(1);
    expect(await client.messagesTo(email)).toEqual([]);
  });

  it('that is slow, a known address shows no more than an unknown one', async () => {
    const slow = await startMailServer({ onMailFrom: (_from, _session, done) => void setTimeout(done, 1_000) });
    const SMTP_URL = `smtp://shop:p%40ss%3Aword@127.0.0.1:${slow.port}`;
    const patient = await startAccountClient({ SMTP_URL, MAIL_FROM: 'care@nexora.test' });
    const { email } = await patient.register();
    const startedAt = performance.now();
    expect((await patient.call('POST', '/api/v1/auth/password/forgot', { body: { email } })).status).toBe(202);
    expect(performance.now() - startedAt).toBeLessThan(900);
    // It arrives all the same, even when the service is stopped meanwhile.
    await patient.close();
    expect(await slow.mailsTo(email, 2)).toHaveLength(2);
    await slow.close();
  });

  it('that is down, what waits for a mail is unavailable, and what a mail would tell of is done', async () => {
    const { email, password, accessToken } = await client.register();
    await server.close();
    client.pass(61);
    logged = '';
    const resent = await post('/users/me/verification/email', undefined, accessToken);
    expect(resent).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    const change = { currentPassword: password, newPassword: 'green-lamp-by-window' };
    expect((await client.call('PATCH', '/api/v1/users/me/password', { token: accessToken, body: change })).status).toBe(
      200,
    );
    await client.login(email, 'green-lamp-by-window');
    expect(logged).toMatch(/"purpose":"password-changed".*a message could not be sent/);
    expect(logged).toMatch(/ECONNREFUSED|ECONNECTION/);
    expect(logged).not.toContain(email);
    expect(logged).not.toContain('p@ss');
  });
});
