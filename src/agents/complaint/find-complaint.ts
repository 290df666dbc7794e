import type { Ctx } from '#src/context.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import type { Command } from '#src/language/contract.ts';
import { getComplaint } from '#src/services/complaints/get-complaint.ts';
import { listComplaints } from '#src/services/complaints/list-complaints.ts';
import { isSettled, nextStatuses } from '#src/services/complaints/policy.ts';
import { ownBooking } from './settle-booking.ts';
import type { Choice } from './questions.ts';
import { CATEGORIES, STATUS } from './words.ts';

/** What the words say about which complaint. */
export interface Named {
  number?: string;
  isLast?: boolean;
  bookingNumber?: string;
  /** What was talked about before. */
  contextId?: string;
}

export type Found =
  | { kind: 'one'; complaint: ComplaintDetail }
  | { kind: 'several'; complaints: ComplaintDetail[] }
  | { kind: 'none'; note: string };

export function namedIn(commands: readonly Command[], context: Record<string, unknown> | undefined): Named {
  const named: Named = {};
  for (const command of commands) {
    if (command.type === 'choose' && command.value.startsWith('complaint:')) named.number = command.value.slice(10);
    if (command.type !== 'set') continue;
    const { value } = command;
    if (value.slot === 'complaint' && 'number' in value) named.number = value.number;
    else if (value.slot === 'complaint') named.isLast = true;
    else if (value.slot === 'booking' && 'number' in value) named.bookingNumber = value.number;
  }
  const contextId = context?.['complaintId'];
  return { ...named, ...(typeof contextId === 'string' && { contextId }) };
}

/** All of the customer's complaints that matter in a talk, newest first. */
export async function ownComplaints(ctx: Ctx): Promise<ComplaintDetail[]> {
  return (await listComplaints(ctx, { limit: 50 })).items;
}

/** Finds the complaint that is meant, among the customer's own that are open or can be taken up again. */
export async function findComplaint(ctx: Ctx, named: Named): Promise<Found> {
  if (named.number !== undefined) {
    const complaint = await complaintOf(ctx, named.number);
    if (complaint) return { kind: 'one', complaint };
    return { kind: 'none', note: `I find no complaint ${named.number.slice(0, 20)} in your account.` };
  }
  const all = await ownComplaints(ctx);
  const alive = all.filter((row) => !isSettled(row.status) || nextStatuses({ ...row, now: ctx.now }).length > 0);
  const booking = named.bookingNumber === undefined ? undefined : await ownBooking(ctx, named.bookingNumber);
  const fitting = booking ? alive.filter(({ bookingId }) => bookingId === booking.id) : alive;
  const open = fitting.filter(({ status }) => !isSettled(status));
  const [only, ...others] = open.length > 0 ? open : fitting;
  if (!only) {
    const past = booking ? undefined : all[0];
    if (past) return { kind: 'one', complaint: past };
    return { kind: 'none', note: `You have no open complaint${booking ? ` about booking ${booking.number}` : ''}.` };
  }
  const context = fitting.find(({ id }) => id === named.contextId);
  if (context) return { kind: 'one', complaint: context };
  if (others.length === 0 || named.isLast) return { kind: 'one', complaint: only };
  return { kind: 'several', complaints: [only, ...others] };
}

export async function complaintOf(ctx: Ctx, ref: string): Promise<ComplaintDetail | undefined> {
  try {
    return await getComplaint(ctx, ref);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

const MOST_CHOICES = 5;

/** "CP-7F3K2M – Quality of the work, in progress". */
export const choicesOf = (complaints: readonly ComplaintDetail[]): Choice[] =>
  complaints.slice(0, MOST_CHOICES).map(({ number, category, status }) => ({
    value: `complaint:${number}`,
    label: `${number} – ${CATEGORIES[category]}, ${STATUS[status]}`,
  }));
