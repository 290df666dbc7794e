import type { IntentName, SlotName } from '../contract.ts';

const time: SlotName[] = ['date', 'hour'];
const place: SlotName[] = ['pincode', 'address'];
const which: SlotName[] = ['booking', 'service'];

/** The values that a wish of each kind takes up; the other figures in its words are only part of them. */
const slotsByIntent: Record<IntentName, readonly SlotName[]> = {
  book_service: ['service', 'quantity', ...place, ...time, 'repeat'],
  booking_status: which,
  reschedule_booking: [...which, ...time],
  cancel_booking: [...which, 'quantity', 'hour', 'details'],
  refund_status: which,
  raise_complaint: [...which, 'category', 'details'],
  complaint_status: ['complaint', ...which],
  escalate_complaint: ['complaint', ...which, 'details'],
  policy_question: [],
  service_info: ['service', 'quantity', ...place, ...time],
  compare_services: ['service', ...place],
  recommend_service: ['service', ...place],
};

/** Wishes about a booking that exists: a day among their words says which one. */
const aboutExisting = new Set<IntentName>([
  'booking_status',
  'cancel_booking',
  'refund_status',
  'raise_complaint',
  'complaint_status',
  'escalate_complaint',
]);
/** What has already happened: "kal" is yesterday there. */
const lookingBack = new Set<IntentName>(['refund_status', 'raise_complaint', 'complaint_status', 'escalate_complaint']);

export function slotsOfIntent(intent: IntentName): readonly SlotName[] {
  return slotsByIntent[intent] ?? [];
}

/** Whether days, numbers and the like say more about a wish of this kind. */
export function takesValues(intent: IntentName): boolean {
  return slotsOfIntent(intent).length > 0;
}

export function isAboutExisting(intent: IntentName): boolean {
  return aboutExisting.has(intent);
}

export function looksBack(intent: IntentName): boolean {
  return lookingBack.has(intent);
}
