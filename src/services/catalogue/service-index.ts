import MiniSearch from 'minisearch';
import { isStopWord } from '#src/language/local/stop-words.ts';
import { stem, wordsOf } from '#src/language/local/tokens.ts';
import type { Catalogue } from './get-catalogue.ts';

const FIELD_BOOST = { name: 3, phrases: 3, family: 1.5, description: 0.5 };
/** Hits weaker than this share of the best one are about something else. */
const LEAST_SHARE = 0.25;

interface Entry {
  id: string;
  name: string;
  phrases: string;
  family: string;
  description: string;
}

const termOf = (word: string) => (isStopWord(word) ? null : stem(word));
const indexes = new WeakMap<Catalogue, MiniSearch<Entry>>();

/** The index lives as long as the cached catalogue that it was made from: made once, about 10 ms for 150 services. */
function indexOf(catalogue: Catalogue): MiniSearch<Entry> {
  let index = indexes.get(catalogue);
  if (index) return index;
  index = new MiniSearch<Entry>({ fields: Object.keys(FIELD_BOOST), tokenize: wordsOf, processTerm: termOf });
  index.addAll(
    catalogue.rateCards.map(({ id, name, phrases, description, subcategoryId }) => {
      const family = catalogue.subcategory(subcategoryId);
      const category = family && catalogue.category(family.categoryId);
      const words = [family?.name, ...(family?.phrases ?? []), category?.name];
      return { id, name, phrases: phrases.join(' \n '), family: words.join(' \n '), description };
    }),
  );
  indexes.set(catalogue, index);
  return index;
}

/**
 * How well each service fits the words, best 1, by id; services that do not fit are left out. All words must occur, or
 * if no service has all of them, as many as possible; beginnings of words and small typing errors count less.
 */
export function matchServices(catalogue: Catalogue, words: string): Map<string, number> {
  const index = indexOf(catalogue);
  const options = {
    boost: FIELD_BOOST,
    prefix: (term: string) => term.length > 2,
    fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
  };
  const all = index.search(words, { ...options, combineWith: 'AND' });
  const hits = all.length > 0 ? all : index.search(words, options);
  const best = hits[0]?.score ?? 1;
  const shares = hits.map((hit): [string, number] => [String(hit.id), hit.score / best]);
  return new Map(shares.filter(([, share]) => share >= LEAST_SHARE));
}
