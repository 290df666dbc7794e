import { randomInt } from 'node:crypto';
import { DUPLICATE_KEY, errnoOf } from '#src/db/client.ts';

/** No 0/O, 1/I/L, 5/S, 8/B, 2/Z: numbers are read out on the phone. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';

/** A new number for people, e.g. "CP-7F3K9M". */
export const referenceNumber = (prefix: 'CP' | 'NX') =>
  `${prefix}-${Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/** Runs `work` again when the number that it drew happens to exist already (one in 244 million). */
export async function withFreshNumber<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    return work();
  }
}
