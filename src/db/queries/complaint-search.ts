import { and, eq, like, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/mysql-core';
import type { Db } from '../client.ts';
import { complaints, users } from '../schema/index.ts';
import { hasWords, indexHasWords, wordsOf, type Words } from '../word-search.ts';

/**
 * Rows that are looked at one by one, in two goes, before the indexes of words are asked: to those a page of a frequent
 * word costs as much as all that have it. With 120,000 complaints both ways take as long for a word that one in 50 has.
 */
const LOOKED_AT = [
  { offset: 0, limit: 400 },
  { offset: 400, limit: 600 },
];

export interface ComplaintSearch {
  companyId: string;
  text: string;
  /** Where to look, as an index finds it. */
  within: SQL | undefined;
  /** What must hold for the complaint: that and more. */
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

/**
 * The complaints in which every word of the text begins a word of the description or of the customer's name, or whose
 * number begins with the text. One to three queries; words that no index knows and few complaints have cost a look at all.
 * @returns the ids of the first ones in order; perhaps of some further ones
 */
export async function searchComplaints(db: Db, search: ComplaintSearch): Promise<string[]> {
  const { text, within, where, orderBy, limit } = search;
  const words = wordsOf(text);
  const isFound = or(foundBy(words.all), beginsNumber(text));
  if (!isFound) return [];

  const found: string[] = [];
  for (const part of LOOKED_AT) {
    const rows = await db
      .select({ id: complaints.id, isFound: sql`${and(where, isFound)}`.mapWith(Boolean) })
      .from(complaints)
      .innerJoin(users, eq(users.id, complaints.userId))
      .where(within)
      .orderBy(...orderBy)
      .limit(part.limit)
      .offset(part.offset);
    found.push(...rows.filter((row) => row.isFound).map(({ id }) => id));
    if (found.length >= limit || rows.length < part.limit) return found;
  }
  const rows = await (words.indexed.length > 0
    ? selectByIndexes(db, search, words)
    : selectByLooking(db, search, isFound));
  return rows.map(({ id }) => id);
}

const foundBy = (words: string[]) =>
  words.length > 0 ? hasWords([complaints.description, users.name], words) : undefined;

const beginsNumber = (text: string) =>
  /^[a-z\d-]{1,16}$/i.test(text) ? like(complaints.number, `${text.toUpperCase()}%`) : undefined;

const withNames = (db: Db) =>
  db.select({ id: complaints.id }).from(complaints).innerJoin(users, eq(users.id, complaints.userId)).$dynamic();

function selectByLooking(db: Db, { where, orderBy, limit }: ComplaintSearch, isFound: SQL) {
  return withNames(db)
    .where(and(where, isFound))
    .orderBy(...orderBy)
    .limit(limit);
}

/** A page from each index: an "or" across tables would use none. What is found twice comes once. */
function selectByIndexes(db: Db, search: ComplaintSearch, { all, indexed, others }: Words) {
  const { companyId, text, where, orderBy, limit } = search;
  const alone = () => db.select({ id: complaints.id }).from(complaints).$dynamic();
  const described = (others.length > 0 ? withNames(db) : alone()).where(
    and(where, indexHasWords(complaints.description, indexed, 'every'), foundBy(others)),
  );
  // Of words that stand partly in the description, partly in the name, one at least stands in the name.
  const named = withNames(db).where(
    and(
      where,
      eq(users.companyId, companyId),
      indexHasWords(users.name, indexed, 'some'),
      all.length > 1 ? foundBy(all) : undefined,
    ),
  );
  const page = (select: ReturnType<typeof alone>) => select.orderBy(...orderBy).limit(limit);
  const worded = union(page(described), page(named));
  const numbered = beginsNumber(text);
  return numbered ? worded.union(page(alone().where(and(where, numbered)))) : worded;
}
