import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { events, staffActivityLog } from '../schema/index.ts';

type NewEvent = typeof events.$inferInsert;

export async function insertEvent(db: Db, event: NewEvent): Promise<void> {
  await db.insert(events).values(event);
}

/**
 * Writes the event only while this run of the turn goes on, and keeps it from being ended or taken over until the
 * transaction is through. @returns whether it was written
 */
export async function insertEventOfRun(
  db: Db,
  event: NewEvent & { createdAt: Date },
  run: { id: string; attempt: number },
): Promise<boolean> {
  const [result] = await db.execute(sql`
    insert into events (id, company_id, type, actor_kind, actor_id, subject_type, subject_id, turn_id, request_id,
      effect_key, data, created_at)
    select ${event.id}, ${event.companyId}, ${event.type}, ${event.actorKind}, ${event.actorId ?? null},
      ${event.subjectType}, ${event.subjectId}, ${event.turnId ?? null}, ${event.requestId ?? null},
      ${event.effectKey ?? null}, ${JSON.stringify(event.data)}, ${event.createdAt}
    from turns where id = ${run.id} and attempt = ${run.attempt} and status = 'running' lock in share mode`);
  return result.affectedRows > 0;
}

export interface EffectRow {
  eventId: string;
  type: string;
  subjectId: string;
  data: Record<string, unknown>;
}

const effect = { eventId: events.id, type: events.type, subjectId: events.subjectId, data: events.data };

/** The event that was recorded with this key. */
export async function selectEffect(
  db: Db,
  input: { companyId: string; effectKey: string },
): Promise<EffectRow | undefined> {
  const [row] = await db
    .select(effect)
    .from(events)
    .where(and(eq(events.effectKey, input.effectKey), eq(events.companyId, input.companyId)));
  return row;
}

/** What was changed in a turn, of these types, in order. */
export async function selectEffectsOfTurn(
  db: Db,
  input: { companyId: string; turnId: string; types: string[] },
): Promise<EffectRow[]> {
  return db
    .select(effect)
    .from(events)
    .where(
      and(eq(events.turnId, input.turnId), eq(events.companyId, input.companyId), inArray(events.type, input.types)),
    )
    .orderBy(asc(events.id));
}

export async function insertActivity(db: Db, activity: typeof staffActivityLog.$inferInsert): Promise<void> {
  await db.insert(staffActivityLog).values(activity);
}
