import { index, json, mysqlEnum, mysqlTable, uniqueIndex } from 'drizzle-orm/mysql-core';
import { companyId, createdAt, id, key } from './columns.ts';
import { companies } from './companies.ts';

/** Audit trail, outbox and source of analytics in one: written in the transaction of the change it tells of. */
export const events = mysqlTable(
  'events',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** `noun.verbed`: booking.created, turn.finished, user.logged_in … */
    type: key('type', 64).notNull(),
    actorKind: mysqlEnum('actor_kind', ['guest', 'customer', 'staff', 'system']).notNull(),
    actorId: key('actor_id'),
    subjectType: key('subject_type').notNull(),
    subjectId: key('subject_id').notNull(),
    turnId: key('turn_id'),
    requestId: key('request_id', 64),
    /** Names what an agent did in its turn, so that a turn that is run again does it only once. */
    effectKey: key('effect_key', 64),
    data: json('data').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('events_company_type').on(t.companyId, t.type, t.createdAt),
    index('events_subject').on(t.subjectType, t.subjectId, t.createdAt),
    index('events_turn').on(t.turnId),
    uniqueIndex('events_effect').on(t.effectKey),
  ],
);
