import { distance } from 'fastest-levenshtein';
import type { Gazetteer, GazetteerService } from '../contract.ts';
import { conceptOf } from './concepts.ts';
import { isFiller, isStopWord } from './stop-words.ts';
import { stem, wordsOf } from './tokens.ts';

/** One name or phrase of a service, as stems without stop words. */
interface Wording {
  service: GazetteerService;
  stems: string[];
  /** Sum of the stems' weights. */
  mass: number;
}

export interface GazetteerIndex {
  wordings: Wording[];
  /** Wordings by each of their stems. */
  byStem: Map<string, number[]>;
  /** All stems of a service's wordings, by its id. */
  vocabulary: Map<string, Set<string>>;
  /** Whether the stem alone names no service: "repair", "5". */
  isGeneric(stem: string): boolean;
  weightOf(stem: string): number;
  /** The catalogue's stem that a customer's word stands for, and how well: 1 as written, less when misspelt. */
  lookUp(word: string): { stem: string; likeness: number } | undefined;
}

/** Stems that many services share and that alone name none. */
const genericStems = new Set(
  `service repair install installation home full work professional at standard basic fix check doorstep general per unit
  issue problem need wash clean fit make change replace noise book visit come send hour time day week sunday night open new old start check much many long cost price rate
  charge total amount money help block cross main road street floor flat`
    .split(/\s+/)
    .map(stem),
);
/** Other words for what catalogues say, each group led by the catalogue's word. */
const synonyms = new Map(
  [
    'ac aircon airconditioner',
    'fridge refrigerator freezer',
    'tap faucet nal nalka',
    'sofa couch',
    'fan pankha',
    'tv television',
    'electrician bijli electrical electric',
    'washing washer',
    'toilet commode',
    'bathroom washroom',
    'geyser heater',
    'cockroach roach',
    'termite deemak',
    'home ghar house',
    'salon parlour parlor beautician',
    'plumbing plumber',
    'painting painter',
    'cleaning cleaner',
    'carpenter carpentry',
    'installation installer',
  ].flatMap((group) => {
    const [name = '', ...others] = group.split(' ');
    return others.map((other) => [stem(other), stem(name)] as const);
  }),
);

const indexes = new WeakMap<Gazetteer, GazetteerIndex>();
const cachedWords = 5_000;

/** The index of a gazetteer, made once for each object. */
export function gazetteerIndex(gazetteer: Gazetteer): GazetteerIndex {
  let index = indexes.get(gazetteer);
  if (!index) indexes.set(gazetteer, (index = compile(gazetteer)));
  return index;
}

/** Stems of a text in the catalogue's terms: "air conditioner" is `ac`, "couch" `sofa`. */
function catalogueStems(text: string): string[] {
  return wordsOf(joinCompounds(text))
    .filter((word) => !isStopWord(word))
    .map(catalogueStem);
}

/** "air conditioner", "a/c" and "a.c.", "theek karna" as one word of the same length. */
export function joinCompounds(text: string): string {
  return text
    .replace(/\bair[\s-]*con[a-z]*r?\b/gi, (match) => 'ac'.padEnd(match.length))
    .replace(/\ba[./]\s?c\b\.?/gi, (match) => 'ac'.padEnd(match.length))
    .replace(/\b(?:theek|thee?k|thik)\s+kar\w*/gi, (match) => 'repair'.padEnd(match.length));
}

function compile(gazetteer: Gazetteer): GazetteerIndex {
  const frequency = new Map<string, number>();
  const drafts = gazetteer.services.flatMap((service) => {
    const wordings = [service.name, ...service.phrases].map((text) => [...new Set(catalogueStems(text))]);
    for (const word of new Set(wordings.flat())) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return wordings.filter((stems) => stems.length > 0).map((stems) => ({ service, stems }));
  });
  const total = gazetteer.services.length;
  const isGeneric = (word: string): boolean => genericStems.has(word) || /^\d/.test(word);
  const weightOf = (word: string): number => {
    const weight = Math.log(1 + total / (frequency.get(word) ?? total));
    return isGeneric(word) ? weight * 0.35 : weight;
  };
  const wordings = drafts.map((draft) => ({
    ...draft,
    mass: draft.stems.reduce((sum, word) => sum + weightOf(word), 0),
  }));
  const byStem = new Map<string, number[]>();
  wordings.forEach(({ stems }, at) => {
    for (const word of stems) byStem.set(word, [...(byStem.get(word) ?? []), at]);
  });
  const vocabulary = new Map<string, Set<string>>();
  for (const { service, stems } of wordings)
    vocabulary.set(service.id, new Set([...(vocabulary.get(service.id) ?? []), ...stems]));
  const texts = gazetteer.services.flatMap((service) => [service.name, ...service.phrases]);
  return {
    wordings,
    byStem,
    vocabulary,
    isGeneric,
    weightOf,
    lookUp: spellingLookUp(texts, new Set(frequency.keys())),
  };
}

function spellingLookUp(texts: string[], known: Set<string>): GazetteerIndex['lookUp'] {
  const words = new Set([...texts.flatMap(wordsOf), ...synonyms.keys(), 'conditioner']);
  const spellings = [...words].filter(
    (word) => /^[a-z]{4,}$/.test(word) && !isFiller(word) && known.has(catalogueStem(word)),
  );
  const bySound = Map.groupBy(spellings, sound);
  const cache = new Map<string, ReturnType<GazetteerIndex['lookUp']>>();
  const search = (word: string): ReturnType<GazetteerIndex['lookUp']> => {
    const exact = catalogueStem(word);
    if (known.has(exact)) return { stem: exact, likeness: 1 };
    // A word that is one is no misspelling of another: "change" is not "charge".
    if (!/^[a-z]{5,30}$/.test(word) || isFiller(word) || conceptOf(word)) return undefined;
    const alike = (bySound.get(sound(word)) ?? []).toSorted((a, b) => strangeness(word, a) - strangeness(word, b))[0];
    if (alike !== undefined && distance(word, alike) <= word.length / 3)
      return { stem: catalogueStem(alike), likeness: 0.9 };
    let best: { stem: string; likeness: number } | undefined;
    for (const candidate of spellings) {
      const allowed = candidate.length >= 8 ? 2 : 1;
      if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue;
      const edits = distance(word, candidate);
      const likeness = 1 - edits / Math.max(candidate.length, word.length);
      if (edits <= allowed && likeness > (best?.likeness ?? 0.74)) best = { stem: catalogueStem(candidate), likeness };
    }
    return best;
  };
  return (word) => {
    if (!cache.has(word)) {
      if (cache.size >= cachedWords) cache.clear();
      cache.set(word, search(word));
    }
    return cache.get(word);
  };
}

function catalogueStem(word: string): string {
  const root = stem(word);
  return synonyms.get(root) ?? root;
}

/** Edits between a spelling and a word; letters only left out count for less than others. */
function strangeness(spelling: string, word: string): number {
  const leftOut = new RegExp(`^${[...spelling].join('.*')}$`).test(word);
  return distance(spelling, word) - (leftOut ? 0.5 : 0);
}

/** A key that words which sound alike share: "geezer" and "geyser", "condishner" and "conditioner". */
function sound(word: string): string {
  const consonants = word
    .replace(/tion|sion|ssion/g, 'shn')
    .replace(/ph/g, 'f')
    .replace(/[zx]/g, 's')
    .replace(/ck|q|c(?![hei])/g, 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1');
  return consonants[0] + consonants.slice(1).replace(/[aeiouyh]/g, '');
}
