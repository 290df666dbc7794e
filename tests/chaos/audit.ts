import { eq } from 'drizzle-orm';
import type { Database } from '#src/db/client.ts';
import * as table from '#src/db/schema/index.ts';
import type { Told } from './customer.ts';

export interface Finding {
  /** What must hold. */
  rule: string;
  /** Where it does not; empty when all is well. */
  broken: string[];
}

/** Holds and remembered preferences have keys as well, but no receipts. */
const TOLD = /^(booking|complaint|handoff)\./;

const countBy = <T>(items: readonly T[], key: (item: T) => string | null): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item) ?? '', (counts.get(key(item) ?? '') ?? 0) + 1);
  return counts;
};

/** Compares what the customers were told with what the database has. */
export async function audit(db: Database, companyId: string, customers: readonly Told[]): Promise<Finding[]> {
  const exchanges = customers.flatMap((told) => told.exchanges);
  const turns = await db.select().from(table.turns).where(eq(table.turns.companyId, companyId));
  const messages = await db.select().from(table.messages).where(eq(table.messages.companyId, companyId));
  const events = await db.select().from(table.events).where(eq(table.events.companyId, companyId));
  const bookings = await db.select().from(table.bookings).where(eq(table.bookings.companyId, companyId));
  const complaints = await db.select().from(table.complaints).where(eq(table.complaints.companyId, companyId));
  const refunds = await db.select().from(table.refunds).where(eq(table.refunds.companyId, companyId));
  const hours = await db.select().from(table.slotHolds).where(eq(table.slotHolds.companyId, companyId));

  const told = new Map(exchanges.flatMap(({ result }) => result.effects.map((e) => [e.eventId, e] as const)));
  const receipts = exchanges.flatMap(({ result }) => result.effects.map((effect) => effect.eventId));
  const made = events.filter(({ effectKey, type, turnId }) => effectKey !== null && turnId && TOLD.test(type));
  const created = events.filter(({ type }) => type === 'booking.created');
  const cancelled = events.filter(({ type }) => type === 'booking.cancelled');
  const raised = events.filter(({ type }) => type === 'complaint.raised');
  const answers = countBy(
    messages.filter(({ role }) => role === 'assistant'),
    (m) => m.turnId,
  );
  const questions = countBy(
    messages.filter(({ role }) => role === 'user'),
    (m) => m.turnId,
  );
  const ends = countBy(
    events.filter(({ type }) => type.startsWith('turn.')),
    (e) => e.turnId,
  );
  const bookedHours = countBy(
    hours.filter(({ bookingId }) => bookingId !== null),
    (h) => h.bookingId,
  );
  const refundsOf = countBy(refunds, (r) => r.bookingId);
  const createdFor = countBy(created, (e) => e.subjectId);
  const byConversation = Map.groupBy(messages, (m) => m.conversationId);

  const rule = (name: string, broken: string[]): Finding => ({ rule: name, broken });
  return [
    rule(
      'every turn has finished',
      turns.filter(({ status }) => status !== 'finished').map((t) => `${t.id} is ${t.status} (${t.errorCode})`),
    ),
    rule(
      'every turn has one message, one answer and one end',
      turns
        .filter(({ id }) => answers.get(id) !== 1 || questions.get(id) !== 1 || ends.get(id) !== 1)
        .map(({ id }) => `${id}: ${questions.get(id)} messages, ${answers.get(id)} answers, ${ends.get(id)} ends`),
    ),
    rule(
      'every message set off one turn, which its sender got to the end',
      turns.length === exchanges.length && new Set(exchanges.map((e) => e.turnId)).size === turns.length
        ? []
        : [`${exchanges.length} messages were said, there are ${turns.length} turns`],
    ),
    rule(
      'the places of the messages have neither gap nor repeat',
      [...byConversation].flatMap(([id, said]) =>
        said
          .map((m) => m.seq)
          .toSorted((a, b) => a - b)
          .every((seq, i) => seq === i + 1)
          ? []
          : [id],
      ),
    ),
    rule(
      'every change in the database was told once, to whom it was made for',
      made
        .filter(({ id }) => receipts.filter((r) => r === id).length !== 1)
        .map((e) => `${e.type} ${e.id} of ${e.turnId}`),
    ),
    rule(
      'every receipt is of a change in the database',
      receipts.filter((id) => !events.some((event) => event.id === id)),
    ),
    rule(
      'every booking was made once and told once',
      bookings
        .filter(
          ({ id }) =>
            createdFor.get(id) !== 1 ||
            [...told.values()].filter((e) => e.type === 'booking.created' && e.id === id).length !== 1,
        )
        .map(({ number }) => number),
    ),
    rule(
      'a booking has its hours exactly while it stands',
      bookings
        .filter(({ id, status, startsAt, endsAt }) => {
          const length = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
          return (bookedHours.get(id) ?? 0) !== (status === 'cancelled' ? 0 : length);
        })
        .map(({ number, status }) => `${number} (${status})`),
    ),
    rule(
      'a booking is cancelled once, with one refund',
      bookings
        .filter(({ id, status }) => {
          const times = cancelled.filter((event) => event.subjectId === id).length;
          return status === 'cancelled' ? times !== 1 || refundsOf.get(id) !== 1 : times > 0 || refundsOf.has(id);
        })
        .map(({ number }) => number),
    ),
    rule(
      'every complaint was raised once and told once',
      complaints
        .filter(
          ({ id }) =>
            raised.filter((e) => e.subjectId === id).length !== 1 || ![...told.values()].some((e) => e.id === id),
        )
        .map(({ number }) => number),
    ),
  ];
}
