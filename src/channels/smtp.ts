import { createTransport, type NodemailerError } from 'nodemailer';
import type { OutgoingMessage, Outbox } from './contract.ts';
import { htmlOf } from './html-mail.ts';

type Email = Extract<OutgoingMessage, { channel: 'email' }>;

export interface SmtpSettings {
  /** `smtp://` or `smtps://user:password@host:port`, percent-encoded where needed. */
  url: string;
  /** Sender: `care@host` or `Name <care@host>`. */
  from: string;
  /** PEM of an authority to trust instead of the machine's. */
  ca?: string | undefined;
  /** For one message, all in all: somebody waits meanwhile. */
  deadlineMs?: number | undefined;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/i;
/** One plain address: nothing that a header or a list of recipients could be continued with. */
const ADDRESS = /^[^\s<>()[\],;:\\"@]+@[^\s<>()[\],;:\\"@]+$/u;

/**
 * Sends e-mails through a mail server, with a few connections that are kept open. `smtps` is encrypted from the start; with
 * `smtp` the server has to offer STARTTLS, unless it is on this machine. Rejects when the server has not taken the message in
 * time, by default in 10 seconds; the error names neither addresses nor content.
 */
export function createSmtpOutbox({
  url,
  from,
  ca,
  deadlineMs = 10_000,
}: SmtpSettings): Outbox<Email> & { close(): Promise<void> } {
  const [, name = '', address = ''] = /^(?:(.+) <)?([^<>]+)>?$/.exec(from) ?? [];
  const sender = { name, address };
  const transport = createTransport(
    {
      pool: true,
      ...connectionOf(url),
      ...(ca && { tls: { ca } }),
      ...{ connectionTimeout: deadlineMs, greetingTimeout: deadlineMs, socketTimeout: deadlineMs },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    },
    { from: sender, xMailer: false, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  const sending = new Set<Promise<unknown>>();

  async function send({ id, to, subject, text, secret }: Email): Promise<void> {
    if (!ADDRESS.test(to)) throw new Error('The recipient is not one e-mail address.');
    try {
      await transport.sendMail({
        messageId: `<${id}@${address.split('@')[1]}>`,
        to: { name: '', address: to },
        ...{ subject, text, html: htmlOf(text, secret) },
        // The other limits are for one step each, and start anew with every byte of the server.
        signal: AbortSignal.timeout(deadlineMs),
      });
    } catch (error) {
      throw withoutContent(error);
    }
  }

  return {
    send(message) {
      const sent = send(message);
      const done = sent.catch(() => {}).finally(() => sending.delete(done));
      sending.add(done);
      return sent;
    },
    async close() {
      await Promise.all(sending);
      transport.close();
    },
  };
}

/** Where and how to connect. */
export function connectionOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const isHere = LOOPBACK.test(host);
  return {
    ...{ host, port: port ? Number(port) : secure ? 465 : 587, secure },
    ...{ requireTLS: !secure && !isHere, ignoreTLS: !secure && isHere },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

const ABOUT_THE_CONNECTION = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EABORT']);

/** What went wrong, without what the server said: it repeats addresses. */
function withoutContent(error: unknown): Error {
  const { code = 'EMESSAGE', responseCode, response, message } = error as NodemailerError;
  const reason = !response && ABOUT_THE_CONNECTION.has(code) ? `${code}: ${message}` : `${code} ${responseCode ?? ''}`;
  return Object.assign(new Error(`The mail server has not taken the message (${reason.trim()})`), { code });
}
