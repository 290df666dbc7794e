import { NAME_POOLS } from '../data/people.ts';
import type { Random } from './random.ts';

/**
 * A name that is common where the person lives, or, as people move, from anywhere in India.
 * @param womenShare probability of a woman's name
 */
export function personName(random: Random, state: string, womenShare = 0.5): string {
  const local = NAME_POOLS.filter((pool) => pool.states.includes(state));
  const pool = local.length > 0 && random.chance(0.6) ? random.pick(local) : random.pick(NAME_POOLS);
  return `${random.pick(random.chance(womenShare) ? pool.women : pool.men)} ${random.pick(pool.families)}`;
}

/** The first draw that nobody had before. */
export function unique(taken: Set<string>, draw: () => string): string {
  for (let tries = 0; tries < 1_000; tries++) {
    const value = draw();
    if (taken.has(value)) continue;
    taken.add(value);
    return value;
  }
  throw new Error('No unused value was found in 1,000 draws.');
}

/** An Indian mobile number in E.164. */
export function mobileNumber(random: Random): string {
  return `+91${random.int(6, 9)}${String(random.int(0, 999_999_999)).padStart(9, '0')}`;
}

/** "Ananya D'Souza" at mail.example: "ananya.dsouza@mail.example". */
export function emailOf(name: string, domain: string): string {
  return `${name.toLowerCase().replaceAll("'", '').replaceAll(' ', '.')}@${domain}`;
}
