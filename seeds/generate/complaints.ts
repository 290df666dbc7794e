import { bandOf, COMPLAINT_POLICY, priorityOf } from '#src/services/complaints/policy.ts';
import type { SeededBooking, World } from './bookings.ts';
import { COMPANY_ID } from './company.ts';
import { courseOf } from './complaint-course.ts';
import { complaintDrafts, type ComplaintDraft } from './complaint-drafts.ts';
import { updatesOf, type UpdateDraft } from './complaint-updates.ts';
import { createRandom, seedId, spokenNumber } from './random.ts';
import type { ComplaintRow, ComplaintUpdateRow } from './rows.ts';
import type { Team } from './staff.ts';

const UPDATES = 180;
const REPEAT_MS = COMPLAINT_POLICY.repeatDays * 86_400_000;

export interface SeededComplaints {
  complaints: ComplaintRow[];
  updates: ComplaintUpdateRow[];
}

/** 120 complaints with 180 updates: scored and timed by the rules, in a state that fits their age. */
export function generateComplaints(world: World, bookings: readonly SeededBooking[], team: Team): SeededComplaints {
  const { now } = world.cohort.clock;
  const drafts = complaintDrafts(world, bookings);
  const cases = drafts.map((draft) => {
    const random = createRandom(`course of ${draft.key}`);
    const scored = { ...draft, ...scoreOf(random, draft, drafts) };
    const course = courseOf(random, scored, now, team);
    return { id: seedId('cpl', draft.createdAt, draft.key), draft, scored, course, random };
  });
  const notes = cases.flatMap(({ id, draft, course, random }) =>
    updatesOf(random, draft, course, now).map((update, i) => ({ complaintId: id, key: `${id} ${i}`, update })),
  );
  const optional = createRandom(world.cohort.key('optional updates')).shuffle(notes.filter((n) => n.update.isOptional));
  const room = UPDATES - (notes.length - optional.length);
  if (room < 0 || room > optional.length) throw new Error(`${UPDATES} updates of complaints cannot be made.`);
  const left = new Set(optional.slice(room));
  const kept = notes.filter((note) => !left.has(note));
  const updatesOfCase = Map.groupBy(kept, (note) => note.complaintId);

  return {
    complaints: cases.map(({ id, draft, scored, course }): ComplaintRow => {
      const theirs = (updatesOfCase.get(id) ?? []).map((note) => note.update);
      const { escalatedAt: _escalatedAt, assignee, ...state } = course;
      return {
        id,
        companyId: COMPANY_ID,
        number: spokenNumber('CP', draft.key, world.cohort.taken.numbers),
        userId: draft.userId,
        bookingId: draft.booking?.row.id ?? null,
        category: draft.category,
        description: draft.description,
        sentiment: scored.sentiment,
        priorityScore: scored.priorityScore,
        priorityBand: bandOf(scored.priorityScore),
        assignedTo: assignee?.id ?? null,
        ...state,
        firstRespondedAt: firstAnswer(theirs),
        resolution: theirs.find((update) => update.kind === 'resolution')?.text ?? null,
        version: 1 + theirs.length,
        createdAt: draft.createdAt,
        updatedAt: theirs.at(-1)?.createdAt ?? draft.createdAt,
      };
    }),
    updates: kept.map(({ complaintId, key, update: { isOptional: _isOptional, ...update } }) => ({
      id: seedId('cpu', update.createdAt, key),
      companyId: COMPANY_ID,
      complaintId,
      ...update,
    })),
  };
}

/** What customers are told first: a comment, or the decision. */
const firstAnswer = (updates: readonly UpdateDraft[]): Date | null =>
  updates.find((update) => update.authorKind === 'staff' && !update.isInternal)?.createdAt ?? null;

function scoreOf(random: ReturnType<typeof createRandom>, draft: ComplaintDraft, all: readonly ComplaintDraft[]) {
  const severity = COMPLAINT_POLICY.severity[draft.category];
  // What is severe is told in stronger words.
  const sentiment = -Math.round(Math.min(1, severity / 150 + random.next() * 0.4) * 100) / 100;
  const since = draft.createdAt.getTime() - REPEAT_MS;
  const repeatsIn30Days = all.filter(
    (other) => other.userId === draft.userId && other.createdAt < draft.createdAt && other.createdAt.getTime() >= since,
  ).length;
  const bookingValuePaise = draft.booking?.row.totalPaise ?? 0;
  const priorityScore = priorityOf({
    ...{ category: draft.category, sentiment, repeatsIn30Days, bookingValuePaise },
    elapsedSlaShare: 0,
  });
  return { sentiment, priorityScore };
}
