import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { CERTIFICATE, closedPort, startMailServer, type MailServer } from '#tests/mail-server.ts';
import { connectionOf, createSmtpOutbox, type SmtpSettings } from './smtp.ts';

const LOGIN = 'shop:p%40ss%3Aword';
const message = (change: object = {}) => ({
  ...{ id: 'msg_01', companyId: 'nexora', channel: 'email' as const, purpose: 'password-reset' as const },
  ...{ to: 'meera@example.test', subject: 'Choose a new password – नेक्सोरा' },
  ...{ text: 'Hello <b>Meera</b> & co,\nline two\n\nS3-cret_code=\n\nYour team – टीम', secret: 'S3-cret_code=' },
  ...change,
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
async function serve(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  closing.push(server.close);
  return server;
}
function outboxAt(url: string, more: Partial<SmtpSettings> = {}) {
  const outbox = createSmtpOutbox({ url, from: 'Nexora, Care <care@nexora.test>', deadlineMs: 5_000, ...more });
  closing.push(outbox.close);
  return outbox;
}
/** Everything that a log could show of an error. */
const failing = (sent: Promise<void>) =>
  sent.then(
    () => 'sent',
    (error: unknown) => inspect(error, { depth: 9, showHidden: true }),
  );

describe('an e-mail', () => {
  it('arrives with its text, as HTML as well, from the sender that is set', async () => {
    const server = await serve();
    await outboxAt(`smtp://${LOGIN}@127.0.0.1:${server.port}`).send(message());
    const [mail] = server.mails;
    expect(mail).toMatchObject({ sender: 'care@nexora.test', recipients: ['meera@example.test'], user: 'shop' });
    expect(mail?.text).toBe(message().text);
    expect(mail?.html).toContain('<p>Hello &lt;b&gt;Meera&lt;/b&gt; &amp; co,<br>line two</p>');
    expect(mail?.html).toMatch(/<p style="[^"]+">S3-cret_code=<\/p>/);
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: '"Nexora, Care" <care@nexora.test>',
      to: 'meera@example.test',
      'message-id': '<msg_01@nexora.test>',
      'auto-submitted': 'auto-generated',
    });
    expect(mail?.headers.has('x-mailer')).toBe(false);
  });

  it('is the same message when it is sent again, over the same connection', async () => {
    const server = await serve();
    const outbox = outboxAt(`smtp://${LOGIN}@localhost:${server.port}`);
    for (let i = 0; i < 3; i++) await outbox.send(message());
    expect(server.mails.map(({ headers }) => headers.get('message-id'))).toEqual(Array(3).fill('<msg_01@nexora.test>'));
    expect(server.connections).toBe(1);
  });

  it.each([
    'a@example.test\r\nBcc: b@example.test',
    'a@example.test, b@example.test',
    'a@example.test>\r\nRCPT TO:<b@example.test',
    'group: b@example.test;',
    '"b@example.test" <a@example.test>',
    'a@b@example.test',
    'nobody',
    '',
  ])('goes to one address only, not to %j', async (to) => {
    const server = await serve();
    const failure = await failing(outboxAt(`smtp://${LOGIN}@127.0.0.1:${server.port}`).send(message({ to })));
    expect(failure).toContain('not one e-mail address');
    expect(failure).not.toContain('example.test');
    expect(server.connections).toBe(0);
  });

  it('gets no header from its subject, its id or its text', async () => {
    const server = await serve();
    const evil = 'x\r\nBcc: b@example.test\r\n\r\nHello';
    await outboxAt(`smtp://${LOGIN}@127.0.0.1:${server.port}`).send(
      message({ id: evil, subject: evil, text: `.\r\n${evil}`, secret: undefined }),
    );
    const [mail] = server.mails;
    expect(mail?.recipients).toEqual(['meera@example.test']);
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.headers.get('subject')).toMatch(/^x Bcc: b@example\.test +Hello$/);
    expect(mail?.text).toBe('.\nx\nBcc: b@example.test\n\nHello');
  });
});

describe('a failure', () => {
  it('is told when nobody answers', async () => {
    const outbox = outboxAt(`smtp://${LOGIN}@127.0.0.1:${await closedPort()}`);
    expect(await failing(outbox.send(message()))).toContain('ECONNREFUSED');
  });

  it('is told when the server says nothing, or never comes to an end', async () => {
    const talk = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 20);
      socket.on('close', () => clearInterval(timer)).on('error', () => {});
    });
    const silent = createServer((socket) => void socket.on('error', () => {}));
    for (const server of [talk, silent]) {
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const outbox = createSmtpOutbox({ url: `smtp://127.0.0.1:${port}`, from: 'care@nexora.test', deadlineMs: 200 });
      const startedAt = performance.now();
      expect(await failing(outbox.send(message()))).toMatch(/EABORT|ETIMEDOUT/);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      await outbox.close();
      await new Promise((resolve) => void server.close(resolve));
    }
  });

  it('is told when the password is wrong, without it', async () => {
    const server = await serve();
    const failure = await failing(outboxAt(`smtp://shop:wr%F0%9F%98%80ng@127.0.0.1:${server.port}`).send(message()));
    expect(failure).toContain('EAUTH 535');
    expect(failure).not.toMatch(/wr😀ng|shop|meera/);
    expect(server.logins).toEqual(['shop wr😀ng']);
    expect(server.mails).toEqual([]);
  });

  it('is told without what the server says, which names the recipient', async () => {
    const refuse = {
      onRcptTo: (to: { address: string }, _: unknown, done: (error: Error) => void) =>
        done(new Error(`No ${to.address}`)),
    };
    const server = await serve(refuse);
    const failure = await failing(outboxAt(`smtp://${LOGIN}@127.0.0.1:${server.port}`).send(message()));
    expect(failure).toContain('EENVELOPE 550');
    expect(failure).not.toMatch(/meera|S3-cret/);
  });
});

describe('the connection', () => {
  it('is encrypted from the start for smtps, with a certificate that is trusted', async () => {
    const server = await serve({ secure: true });
    const url = `smtps://${LOGIN}@127.0.0.1:${server.port}`;
    await outboxAt(url, { ca: CERTIFICATE }).send(message());
    expect(server.mails).toMatchObject([{ isSecure: true, user: 'shop' }]);
    expect(await failing(outboxAt(url).send(message()))).toMatch(/self-signed certificate|unable to verify/);
    expect(server.mails).toHaveLength(1);
  });

  // 0.0.0.0 reaches this machine, but is no loopback address.
  it('is encrypted by STARTTLS with smtp, before anything is said', async () => {
    const server = await serve({ host: '0.0.0.0', allowInsecureAuth: false });
    const url = `smtp://${LOGIN}@0.0.0.0:${server.port}`;
    await outboxAt(url, { ca: CERTIFICATE }).send(message());
    expect(server.mails).toMatchObject([{ isSecure: true, user: 'shop' }]);
    expect(await failing(outboxAt(url).send(message()))).toMatch(/self-signed certificate|unable to verify/);
    expect(server.logins).toHaveLength(1);
  });

  it('is given up when the server has no STARTTLS, with the password unsaid', async () => {
    const server = await serve({ host: '0.0.0.0', disabledCommands: ['STARTTLS'] });
    expect(await failing(outboxAt(`smtp://${LOGIN}@0.0.0.0:${server.port}`).send(message()))).toContain('ETLS');
    expect(server).toMatchObject({ logins: [], mails: [] });
  });

  it.each([
    ['smtp://localhost', { host: 'localhost', port: 587, secure: false, requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false, requireTLS: false, ignoreTLS: true }],
    ['smtp://127.0.0.1.example.test', { port: 587, requireTLS: true, ignoreTLS: false }],
    ['smtps://localhost', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    [`smtps://${LOGIN}@mail.test`, { host: 'mail.test', auth: { user: 'shop', pass: 'p@ss:word' } }],
  ])('for %s', (url, expected) => {
    expect(connectionOf(url)).toMatchObject(expected);
  });

  it('ends when what is being sent has arrived', async () => {
    const server = await serve({
      onMailFrom: (_from, _session, done) => void setTimeout(done, 150),
    });
    const outbox = outboxAt(`smtp://${LOGIN}@127.0.0.1:${server.port}`);
    const sent = Promise.all([outbox.send(message()), outbox.send(message({ id: 'msg_02' }))]);
    await outbox.close();
    expect(server.mails).toHaveLength(2);
    await sent;
    await expect(outbox.send(message())).rejects.toThrow('ECONNECTION');
  });
});
