import type { Ctx } from '#src/context.ts';

/** What a read that anybody may make goes by: a company and an instant, but nobody who acts. */
export type Visitor = Omit<Ctx, 'actor'>;
