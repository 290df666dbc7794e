import { describe, expect, it } from 'vitest';
import { assertModest } from './modest-json.ts';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const refusal = (value: unknown): unknown => {
  try {
    assertModest(value);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a body of JSON', () => {
  it('may be 32 levels deep and not one more, however deep a hostile one goes', () => {
    expect(refusal(nested(32))).toBeUndefined();
    expect(refusal(nested(33))).toMatchObject({ code: 'invalid-json', detail: expect.stringContaining('32 levels') });
    expect(refusal(nested(500_000))).toMatchObject({ code: 'invalid-json' });
  });

  it('may have 1,000 fields and list items in all', () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]));
    expect(refusal(fields(1_000))).toBeUndefined();
    expect(refusal(fields(1_001))).toMatchObject({ code: 'invalid-json', status: 400 });
    expect(refusal({ a: fields(500), b: Array.from({ length: 499 }, () => null) })).toMatchObject({
      code: 'invalid-json',
    });
  });

  it('may not name what objects inherit, at any depth', () => {
    for (const text of ['{"__proto__":{"a":1}}', '[{"a":{"constructor":{"prototype":{}}}}]', '{"prototype":1}'])
      expect(refusal(JSON.parse(text))).toMatchObject({ code: 'invalid-json' });
    expect(refusal({ proto: 1, a: 'constructor' })).toBeUndefined();
  });

  it.each([null, 1, 'text', true])('may be the single value %j: what it must be is the schema’s business', (value) => {
    expect(refusal(value)).toBeUndefined();
  });
});
