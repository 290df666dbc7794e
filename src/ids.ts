import { randomInt } from 'node:crypto';
import { ulid } from 'ulid';

const PREFIXES = {
  accountToken: 'act',
  activity: 'log',
  attachment: 'att',
  address: 'adr',
  booking: 'bkg',
  bookingItem: 'itm',
  company: 'cmp',
  complaint: 'cpl',
  complaintUpdate: 'cpu',
  conversation: 'ses',
  event: 'evt',
  guest: 'gst',
  handoff: 'hnd',
  hold: 'hld',
  queueItem: 'que',
  reaction: 'rct',
  refreshToken: 'rft',
  refund: 'rfd',
  role: 'rol',
  signIn: 'sgn',
  staff: 'stf',
  message: 'msg',
  process: 'prc',
  turn: 'trn',
  user: 'usr',
} as const;

/** One of 32 letters, from Node's pool of random numbers: the library's own way asks the system for each. */
const letter = (): number => randomInt(32) / 32;

/** A new id, e.g. `bkg_01kabc…`: says what it names, sorts by creation, safe in URLs. */
export function newId(noun: keyof typeof PREFIXES, at?: Date): string {
  return `${PREFIXES[noun]}_${ulid(at?.getTime(), letter).toLowerCase()}`;
}
