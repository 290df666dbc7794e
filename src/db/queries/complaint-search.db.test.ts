import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '#src/db/client.ts';
import { complaints, users } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { requiredEnv } from '#tests/env.ts';
import { insertComplaint, selectComplaints } from './complaints.ts';

const { db, close } = createDatabase(requiredEnv('DATABASE_URL'), 2);
/** By the names under which the test speaks of them. */
const TEXTS = {
  ac: "The A.C. and the other AC leak, and that's where it dripped",
  smell: 'A burning smell from the geyser',
  smells: 'Something smells; the burning is over',
  hindi: 'ताला टूटा है, café door',
  tamil: 'கதவு snake_case wide',
  late: 'He came 100% late at 9_30, (very) "rude" wi-fi @home',
};
/** More than are looked at one by one. */
const MANY = 1_100;
const names = new Map<string, string>();
let test: TestCompany;
let elsewhere: TestCompany;

const complaint = (owner: TestCompany, place: number, description: string, at: Date) => ({
  ...{ id: newId('complaint'), companyId: owner.company.id, userId: owner.customers[place]?.id ?? '', description },
  ...{ number: `CP-${newId('complaint').slice(-10)}`, category: 'other' as const, createdAt: at, updatedAt: at },
  ...{ priorityScore: 30, priorityBand: 'low' as const, firstResponseDueAt: at, resolutionDueAt: at },
});

beforeAll(async () => {
  [test, elsewhere] = await Promise.all([
    createTestCompany(db, { customers: 4 }),
    createTestCompany(db, { customers: 1 }),
  ]);
  const called = ["Bela D'Souza", 'Leela Burman', 'Aksh Wherry', 'Xy Zed'];
  for (const [place, name] of called.entries())
    await db
      .update(users)
      .set({ name })
      .where(eq(users.id, test.customers[place]?.id ?? ''));
  for (const [i, [name, description]] of Object.entries(TEXTS).entries()) {
    const row = complaint(test, i % 3, description, new Date(Date.UTC(2026, 10, 1, 0, i)));
    names.set(row.id, name);
    await insertComplaint(db, { ...row, number: `CP-${name.toUpperCase()}7` });
  }
  await insertComplaint(db, complaint(elsewhere, 0, 'A burning smell, too', new Date()));
});
afterAll(close);

async function search(text: string, more: { category?: 'other' | 'safety'; limit?: number } = {}): Promise<string> {
  const { limit = 5, ...filter } = more;
  const order = { by: 'createdAt', descending: true } as const;
  const found = await selectComplaints(db, { companyId: test.company.id, text, ...filter }, order, limit);
  return found.map(({ id }) => names.get(id)).join(' ');
}

/** The second customer's are "smell" and "tamil", the first's "ac" and "hindi", the third's "smells" and "late". */
const EXPECTED: [string, string][] = [
  // Words, and what begins with them.
  ['burning smell', 'smells smell'],
  ['SMELL burn', 'smells smell'],
  ['burning smells', 'smells'],
  ['melt', ''],
  ['mell', ''],
  // Short words and those that no index holds, alone and with others.
  ['AC', 'ac'],
  ['ac leak', 'ac'],
  ['g', 'smell'],
  ['the', 'smells smell ac'],
  ['the burning', 'smells smell'],
  ['where', 'ac'],
  ['wher', 'late smells ac'],
  ['that drip', 'ac'],
  // Names, alone and with words of the description.
  ['leela', 'tamil smell'],
  ['souza', 'hindi ac'],
  ["d'souza", 'hindi ac'],
  ['Leela Burman', 'tamil smell'],
  ['leela geyser', 'smell'],
  ['burm burning', 'smell'],
  ['leela ac', ''],
  ['le', 'tamil smell ac'],
  // Signs that mean something to SQL, to regular expressions or to a full-text search.
  ['100%', 'late'],
  ['9_3', 'late'],
  ['9_', 'late'],
  ['_30', ''],
  ['+late -rude', 'late'],
  ['late*', 'late'],
  ['"rude late"', 'late'],
  ['(very) ~rude <late> @home', 'late'],
  ['late @8', ''],
  ['late +', 'late'],
  ['(((', ''],
  ['l.te', ''],
  ["rude' or '1'='1", ''],
  [String.raw`\b`, 'tamil hindi smells smell ac'],
  ['snake', 'tamil'],
  ['case', ''],
  // Other scripts.
  ['टूटा', 'hindi'],
  ['टू है', 'hindi'],
  ['टा', ''],
  ['café', 'hindi'],
  ['கதவு', 'tamil'],
  ['கதவு wide', 'tamil'],
  ['😀', ''],
  // Beginnings of a number.
  ['cp-smell', 'smells smell'],
  ['CP-SMELL7', 'smell'],
  ['CP-SMELL7 late', ''],
  ['SMELL7', ''],
  ['CP_SMELL7', ''],
  ['-', ''],
];

describe('complaints by words', () => {
  it.each(EXPECTED)('%j finds "%s" among few', async (text, expected) => {
    expect(await search(text)).toBe(expected);
  });

  describe(`behind ${MANY} newer ones`, () => {
    beforeAll(async () => {
      const at = new Date(Date.UTC(2026, 10, 2));
      await db.insert(complaints).values(Array.from({ length: MANY }, () => complaint(test, 3, 'Nothing of note', at)));
    });

    it.each(EXPECTED)('%j finds "%s"', async (text, expected) => {
      expect(await search(text)).toBe(expected);
    });

    it.each(['burning', 'the', 'leela', 'cp-smell'])(
      '%j heeds the order, the page and the other conditions',
      async (text) => {
        const whole = await search(text);
        expect(await search(text, { limit: 1 })).toBe(whole.split(' ')[0]);
        expect(await search(text, { category: 'safety' })).toBe('');
      },
    );
  });
});
