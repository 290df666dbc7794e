import { and, or, sql, type Column, type SQL } from 'drizzle-orm';

/** The words that somebody looks for: letters, their marks, digits and "_". Everything else parts words. */
export interface Words {
  all: string[];
  /** Those that a full-text index can find. */
  indexed: string[];
  /** Those that it cannot. */
  others: string[];
}

/**
 * InnoDB's own list. A full-text index holds neither these nor what is shorter than three characters, and a search that
 * demands a word that it does not hold finds nothing at all.
 */
const STOPWORDS =
  'a about an are as at be by com de en for from how i in is it la of on or that the this to was what when where who will with und www'.split(
    ' ',
  );
/** Latin and Devanagari: letters for MariaDB, MySQL and Unicode alike, which is not so for all scripts. */
const INDEXED =
  /^[a-z\d\u0904-\u0939\u0958-\u0961\u0966-\u096F][\w\u0904-\u0939\u093C-\u094D\u0958-\u0963\u0966-\u096F]{2,83}$/i;

/** The words of a text, each once. */
export function wordsOf(text: string): Words {
  const all = [...new Set(text.match(/[\p{L}\p{M}\p{N}_]+/gu))];
  // "whe" is asked for as "whe*", and "where" is not in the index.
  const isIndexed = (word: string) =>
    INDEXED.test(word) && !STOPWORDS.some((stop) => stop.startsWith(word.toLowerCase()));
  return { all, indexed: all.filter(isIndexed), others: all.filter((word) => !isIndexed(word)) };
}

/** Whether every word begins a word of one of the columns, in capitals or not. Looks at each row. */
export function hasWords(columns: Column[], words: string[]): SQL | undefined {
  const begins = (word: string) => String.raw`(?i)(?<![\p{L}\p{M}\p{N}_])${word}`;
  return and(...words.map((word) => or(...columns.map((column) => sql`${column} regexp ${begins(word)}`))));
}

/** The same by the full-text index of one column: for every one of the words that it can find, or for some. */
export function indexHasWords(column: Column, indexed: string[], which: 'every' | 'some'): SQL {
  const query = indexed.map((word) => (which === 'every' ? `+${word}*` : `${word}*`)).join(' ');
  return sql`match(${column}) against (${query} in boolean mode)`;
}
