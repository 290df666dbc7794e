import * as fc from 'fast-check';
import type { Json } from '#src/api/openapi/json.ts';
import { ROLE_TEMPLATES } from '#src/permissions.ts';
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
/** Customers who have booked nothing, so that they may close their accounts. */
export const LEAVERS = ['leaver', 'leaver2'] as const;

/** `stranger` is a customer of another company, `forged` somebody with a token that nobody has signed. */
export const ACTORS: Actors = {
  all: ['nobody', 'guest', ...CUSTOMERS, ...ROLES, 'stranger', 'forged'],
  apt: ({ id, auth, spec }) => {
    if (id === 'deleteMe') return LEAVERS;
    // The first two have been sent their messages, and cannot ask again so soon.
    if (id === 'createMyVerification') return ['third', ...ROLES.slice(0, 6)];
    const holders = ROLE_TEMPLATES.filter(({ permissions }) =>
      (permissions as string[]).includes(String(spec['x-permission'])),
    );
    const staff = ['owner', 'admin', 'owner', ...holders.map(({ slug }) => slug).filter(isRole)];
    if (auth === 'staff') return staff;
    return spec['x-permission'] ? [...CUSTOMERS, ...CUSTOMERS, ...staff] : CUSTOMERS;
  },
};

const isRole = (slug: string) => (ROLES as readonly string[]).includes(slug);

/**
 * By the name of a property, or of the place in the path, the kinds of things that it may mean; `=` begins a plain text.
 * Where an operation means something else by the name, it stands with the operation's.
 */
const KINDS: Record<string, readonly string[]> = {
  '/bookings': ['ownBooking', 'ownBooking', 'booking', 'number'],
  'rateBooking:/bookings': ['doneBooking'],
  'updateBooking:/bookings': ['openBooking', 'openBooking', 'booking'],
  'updateBookingStatus:/bookings': ['openBooking', 'openBooking', 'booking'],
  'rescheduleBooking:/bookings': ['openBooking', 'openBooking', 'booking'],
  'cancelBooking:/bookings': ['openBooking', 'openBooking', 'booking'],
  'deleteBooking:/bookings': ['openBooking', 'openBooking', 'booking'],
  '/complaints': ['ownComplaint', 'complaint'],
  '/addresses': ['ownAddress', 'ownAddress', 'address'],
  '/services': ['rateCard', 'slug'],
  'updateService:/services': ['rateCard'],
  '/categories': ['category'],
  '/providers': ['provider'],
  '/refunds': ['waitingRefund', 'refund'],
  '/users': ['staff', 'staff', 'customer'],
  'getUserPicture:/users': ['customer'],
  'approveOpsUser:/users': ['waitingStaff'],
  'rejectOpsUser:/users': ['waitingStaff'],
  'updateOpsUserRole:/users': ['staff'],
  '/sessions': ['session'],
  '/roles': ['role'],
  '/runs': ['turn'],
  '/pincodes': ['pincode'],
  '/companies': ['company'],
  '/documents': ['document'],
  rateCardId: ['rateCard'],
  rateCard: ['rateCard'],
  item: ['rateCard'],
  service: ['rateCard', 'slug'],
  userId: ['customer', 'staff'],
  'createBooking:userId': ['customer'],
  'assignOpsComplaint:userId': ['agent', 'agent', 'staff'],
  assignedTo: ['staff'],
  bookingId: ['ownBooking', 'number'],
  providerId: ['provider'],
  sessionId: ['conversation'],
  pincode: ['home', 'home', 'pincode'],
  pincodes: ['home'],
  subcategories: ['subcategory'],
  id: ['ownAddress', 'ownAddress', 'address'],
  category: ['category'],
  role: ['role'],
  startsAt: ['hour'],
  quotedTotalPaise: ['paise'],
  quotedRefundPaise: ['paise'],
  email: ['email'],
  'login:email': ['customerEmail', 'customerEmail', 'email'],
  'opsLogin:email': ['staffEmail'],
  password: ['password', 'password', 'newPassword'],
  currentPassword: ['password', 'password', 'newPassword'],
  newPassword: ['newPassword'],
  'register:password': ['newPassword'],
  'opsRegister:password': ['newPassword'],
  'createOpsUser:password': ['newPassword'],
  'resetPassword:password': ['newPassword'],
  'resetPassword:token': ['password-reset'],
  'verifyEmail:token': ['verify-email'],
  'verifyPhone:code': ['verify-phone'],
  'updateBookingStatus:status': ['=in_progress', '=completed'],
  refreshToken: ['refreshToken'],
};
const EACH = 64;

const phone = fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }).map((digits) => `+91${digits}`);
const newEmail = fc.uuid().map((id) => `${id}@example.test`);

/** What is best made up. */
const MADE_UP: Record<string, fc.Arbitrary<Json>> = {
  phone,
  quantity: fc.integer({ min: 1, max: 3 }),
  'register:email': newEmail,
  'opsRegister:email': newEmail,
  'createOpsUser:email': newEmail,
  'updateMe:email': fc.oneof(newEmail, fc.constant('§myEmail:0§')),
  'updateMe:phone': fc.oneof(phone, fc.constant('§myPhone:0§')),
};

const named = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export const hintsFor =
  (operation: string): Hints =>
  (name, isEnum = false) => {
    const own = `${operation}:${name}`;
    const madeUp = named(MADE_UP, own) ?? named(MADE_UP, name);
    if (madeUp) return madeUp;
    const kinds = named(KINDS, own) ?? (isEnum ? undefined : named(KINDS, name));
    if (!kinds) return undefined;
    return fc
      .tuple(fc.constantFrom(...kinds), fc.nat(EACH - 1))
      .map(([kind, index]): Json => (kind.startsWith('=') ? kind.slice(1) : `§${kind}:${index}§`));
  };
