import * as fc from 'fast-check';
import type { Json } from '#src/api/openapi/json.ts';

/** Texts that have broken programs before: encodings, quoting, prototypes, paths, numbers in disguise, sheer length. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'null',
    '__proto__',
    'constructor',
    '-1',
    '1e309',
    'NaN',
    '0x1F',
    '9'.repeat(40),
    '💥👩🏽‍🔧',
    '\ud800',
    '\u202eabc',
    'ﷺ'.repeat(40),
    'é\u0301ß',
    "' or 1=1 -- ",
    '"; drop table users; --',
    '%',
    '%00',
    '%27%22',
    '_%\\',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '${7*7}{{7*7}}',
    'a\r\nX-Injected: 1',
    '2026-02-30',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
    '000000',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.integer({ min: 1, max: 6_000 }).map((length) => 'x'.repeat(length)),
);

export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 - 1, -(2 ** 63), 1e21),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null], { length: -1 }, { id: null }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const MANY = JSON.stringify(Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`k${i}`, i])));

/** Bodies that are not JSON, not UTF-8, not modest, or try to reach prototypes. As latin1, so that any byte can be said. */
export const hostileBody: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '{"a":1',
    '{"a":1}}',
    '{a:1}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '\xef\xbb\xbf{}',
    '\xff\xfe{}',
    '{"name":"\xc3\x28"}',
    '\0',
    '['.repeat(20_000),
    '['.repeat(33) + ']'.repeat(33),
    '{"a":'.repeat(40) + '1' + '}'.repeat(40),
    MANY,
    JSON.stringify({ text: 'x'.repeat(70_000) }),
    JSON.stringify({ text: 'x'.repeat(1_100_000) }),
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
);
