import { COMPLAINT_ANSWERS, CUSTOMER_FOLLOW_UPS, INTERNAL_NOTES, QUESTIONS_TO_CUSTOMER } from '../data/complaints.ts';
import type { ComplaintCourse } from './complaint-course.ts';
import type { ComplaintDraft } from './complaint-drafts.ts';
import type { Random } from './random.ts';
import type { ComplaintUpdateRow } from './rows.ts';

export type UpdateDraft = Pick<
  ComplaintUpdateRow,
  'authorKind' | 'authorId' | 'kind' | 'isInternal' | 'text' | 'createdAt'
> & {
  /** What the state of the complaint does not imply is only written while there is room. */
  isOptional: boolean;
};

/** All that may be noted on a complaint, oldest first. */
export function updatesOf(random: Random, draft: ComplaintDraft, course: ComplaintCourse, now: Date): UpdateDraft[] {
  const answers = COMPLAINT_ANSWERS[draft.category];
  const { assignee, status, firstRespondedAt, resolvedAt } = course;
  const staff = { authorKind: 'staff' as const, authorId: assignee?.id ?? null };
  const system = { authorKind: 'system' as const, authorId: null };
  const open = { isInternal: false, isOptional: false };
  const updates: UpdateDraft[] = [];
  if (firstRespondedAt) {
    const isQuestion = status === 'waiting_for_customer';
    const text = random.pick(isQuestion ? QUESTIONS_TO_CUSTOMER : answers.first);
    // The decision can be the first answer.
    updates.push({
      ...staff,
      ...open,
      isOptional: resolvedAt !== null,
      kind: 'comment',
      text,
      createdAt: firstRespondedAt,
    });
    const until = (resolvedAt ?? now).getTime();
    const between = (share: number) =>
      new Date(firstRespondedAt.getTime() + Math.floor((until - firstRespondedAt.getTime()) * share));
    const isOptional = true;
    if (!isQuestion && random.chance(0.5)) {
      const customer = { authorKind: 'customer' as const, authorId: draft.userId };
      const words = random.pick(CUSTOMER_FOLLOW_UPS);
      updates.push({
        ...customer,
        isInternal: false,
        isOptional,
        kind: 'comment',
        text: words,
        createdAt: between(0.3),
      });
    }
    if (random.chance(0.4)) {
      const note = random.pick(INTERNAL_NOTES);
      updates.push({ ...staff, isInternal: true, isOptional, kind: 'comment', text: note, createdAt: between(0.6) });
    }
  }
  for (const [i, createdAt] of course.escalatedAt.entries()) {
    const text = `Overdue: escalated to level ${i + 1}.`;
    updates.push({ ...system, isInternal: true, isOptional: false, kind: 'escalation', text, createdAt });
  }
  if (resolvedAt)
    updates.push({ ...staff, ...open, kind: 'resolution', text: random.pick(answers.resolved), createdAt: resolvedAt });
  return updates.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
