import { ulid } from 'ulid';

const PREFIXES = {
  address: 'adr',
  booking: 'bkg',
  bookingItem: 'itm',
  company: 'cmp',
  conversation: 'ses',
  event: 'evt',
  guest: 'gst',
  hold: 'hld',
  message: 'msg',
  turn: 'trn',
  user: 'usr',
} as const;

/** A new id, e.g. `bkg_01kabc…`: says what it names, sorts by creation, safe in URLs. */
export function newId(noun: keyof typeof PREFIXES, at?: Date): string {
  return `${PREFIXES[noun]}_${ulid(at?.getTime()).toLowerCase()}`;
}
