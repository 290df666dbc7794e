import { hash } from 'node:crypto';
import { encodeTime } from 'ulid';

/** Chance that is the same in every run: what it yields depends on `key` alone. */
export interface Random {
  /** [0, 1) */
  next(): number;
  /** Whole number in [min, max]. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An item with a probability in proportion to its weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** A generator of its own for every key, so that a change in one table leaves the rows of the others as they are. */
export function createRandom(key: string): Random {
  let state = hash('sha256', key, 'buffer').readUInt32LE();
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted(items, weight) {
      let rest = next() * items.reduce((sum, item) => sum + weight(item), 0);
      const index = items.findIndex((item) => (rest -= weight(item)) < 0);
      return at(items, index < 0 ? items.length - 1 : index);
    },
    shuffle(items) {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = int(0, i);
        [result[i], result[j]] = [at(result, j), at(result, i)];
      }
      return result;
    },
  };
}

/** The item at an index that must exist. */
export function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`There is no item ${index} among ${items.length}.`);
  return items[index] as T;
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
/** As spoken on the phone: no 0/O, 1/I/L, 5/S, 8/B, 2/Z. */
const SPOKEN = '34679ACDEFGHJKMNPQRTUVWXY';

function letters(key: string, alphabet: string, length: number): string {
  const bytes = hash('sha256', key, 'buffer');
  let word = '';
  for (let i = 0; i < length; i++) word += alphabet[(bytes[i] ?? 0) % alphabet.length];
  return word;
}

/** An id like those of `newId`: sorts by creation, and is the same for the same key and time. */
export function seedId(prefix: string, createdAt: Date, key: string): string {
  const time = encodeTime(createdAt.getTime(), 10).toLowerCase();
  return `${prefix}_${time}${letters(`${prefix} ${key}`, CROCKFORD, 16)}`;
}

/** A number such as "NX-7F3K2M" that is not `taken` yet. */
export function spokenNumber(prefix: string, key: string, taken: Set<string>): string {
  for (let tries = 0; ; tries++) {
    const number = `${prefix}-${letters(`number ${key}${'+'.repeat(tries)}`, SPOKEN, 6)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
