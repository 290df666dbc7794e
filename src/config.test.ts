import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

const needed = {
  DATABASE_URL: 'mysql://127.0.0.1/shop',
  REDIS_URL: 'redis://127.0.0.1',
  JWT_SECRET: 'x'.repeat(32),
};
function problemsOf(settings: Record<string, string>): string[] {
  try {
    loadConfig({ ...needed, ...settings });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the mail server', () => {
  it.each([
    { SMTP_URL: 'smtps://shop:p%40ss@mail.example.test', MAIL_FROM: 'care@example.test' },
    { SMTP_URL: 'smtp://127.0.0.1:2525/', MAIL_FROM: 'Nexora, Care <care@example.test>' },
    { SMTP_URL: '', MAIL_FROM: '' },
    { MAIL_FROM: 'care@example.test' },
  ])('may be %j', (settings) => {
    expect(problemsOf(settings)).toEqual([]);
  });

  it('needs a sender', () => {
    expect(problemsOf({ SMTP_URL: 'smtp://localhost' })).toEqual(['MAIL_FROM is not set']);
  });

  it.each([
    'mail.example.test:25',
    'https://mail.example.test',
    'smtp:///',
    'smtp://shop@mail.example.test',
    'smtp://shop:%FF@mail.example.test',
    'smtps://mail.example.test?tls.rejectUnauthorized=false',
    'smtps://mail.example.test/#x',
  ])('is refused with "%s", which is not told again', (SMTP_URL) => {
    const [problem, ...others] = problemsOf({ SMTP_URL, MAIL_FROM: 'care@example.test' });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^SMTP_URL: must be smtp/);
    expect(problem).not.toContain('example');
  });

  it.each(['care', 'a@b.test, c@d.test', 'Care <care>', 'Care\r\nBcc: x@y.test <a@b.test>', '<a@b.test>'])(
    'is refused with the sender %j',
    (MAIL_FROM) => {
      expect(problemsOf({ SMTP_URL: 'smtp://localhost', MAIL_FROM })).toHaveLength(1);
    },
  );
});
