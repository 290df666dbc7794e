import * as fc from 'fast-check';
import type { Json } from '#src/api/openapi/json.ts';
import type { Hints } from './arbitrary-of.ts';
import type { Actors } from './request.ts';

export const ROLES = [
  'owner',
  'admin',
  'team_lead',
  'support_agent',
  'finance',
  'catalogue_editor',
  'observer',
  'waiting',
] as const;
export const CUSTOMERS = ['customer', 'second', 'third'] as const;

/** `stranger` is a customer of another company, `forged` somebody with a token that nobody has signed. */
export const ACTORS: Actors = {
  all: ['nobody', 'guest', ...CUSTOMERS, ...ROLES, 'stranger', 'forged'],
  apt: ({ auth, spec }) => {
    if (auth === 'staff') return ['owner', 'admin', 'owner', 'team_lead'];
    return spec['x-permission'] ? [...CUSTOMERS, 'owner', 'admin'] : CUSTOMERS;
  },
};

/** By the name of a property, or of the place in the path, the kinds of things that it may mean. */
const KINDS: Record<string, readonly string[]> = {
  '/bookings': ['ownBooking', 'ownBooking', 'booking', 'number'],
  '/complaints': ['ownComplaint', 'complaint'],
  '/addresses': ['ownAddress', 'address'],
  '/services': ['rateCard', 'slug'],
  '/categories': ['category'],
  '/providers': ['provider'],
  '/refunds': ['refund'],
  '/users': ['staff', 'customer'],
  '/sessions': ['session'],
  '/roles': ['role'],
  '/runs': ['turn'],
  '/pincodes': ['pincode'],
  '/companies': ['company'],
  '/documents': ['document'],
  rateCardId: ['rateCard'],
  rateCard: ['rateCard'],
  service: ['rateCard', 'slug'],
  userId: ['customer', 'staff'],
  assignedTo: ['staff'],
  bookingId: ['ownBooking', 'number'],
  providerId: ['provider'],
  sessionId: ['conversation'],
  pincode: ['pincode'],
  id: ['ownAddress', 'ownAddress', 'address'],
  category: ['category'],
  role: ['role'],
  startsAt: ['hour'],
  quotedTotalPaise: ['paise'],
  quotedRefundPaise: ['paise'],
  email: ['email'],
  currentPassword: ['password'],
  password: ['password'],
  refreshToken: ['refreshToken'],
};
const EACH = 4;

const phone = fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }).map((digits) => `+91${digits}`);

export const hints: Hints = (name) => {
  if (name === 'phone') return phone;
  const kinds = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kinds) return undefined;
  return fc.tuple(fc.constantFrom(...kinds), fc.nat(EACH - 1)).map(([kind, index]): Json => `§${kind}:${index}§`);
};
