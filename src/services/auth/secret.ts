import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, safe in URLs. Only its `hashSecret` is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256, base64url: enough for a secret that cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Six digits, for people who type them. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** A code can be guessed, so its hash needs a key that is not in the database. `id` keeps equal codes apart. */
export const hashCode = (key: string, id: string, code: string): string =>
  createHmac('sha256', key).update(`${id}:${code}`).digest('base64url');
