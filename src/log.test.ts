import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  let output = '';
  write(createLog('info', { write: (line: string) => void (output += line) }));
  return output;
}

describe('the log', () => {
  it('replaces personal data at every depth that calls use', () => {
    const output = lines((log) =>
      log.info({
        email: 'asha@example.com',
        user: { phone: '+919876543210', id: 'usr_1' },
        a: { b: { text: 'secret' } },
      }),
    );
    expect(output).not.toMatch(/asha|9876543210|secret/);
    expect(output).toContain('usr_1');
  });

  it('tells that a query failed and why, but not the values in it', () => {
    const cause = Object.assign(new Error("Duplicate entry 'asha@example.com' for key"), {
      code: 'ER_DUP_ENTRY',
      sqlState: '23000',
    });
    const failure = Object.assign(new Error('Failed query: insert … params: asha@example.com', { cause }), {
      query: 'insert into users values (?)',
      params: ['asha@example.com'],
    });
    const output = lines((log) => log.error({ err: failure }, 'failed'));
    expect(output).not.toContain('asha');
    expect(output).toContain('insert into users values (?)');
    expect(output).toContain('ER_DUP_ENTRY');
    expect(output).toContain('log.test.ts');
  });
});
