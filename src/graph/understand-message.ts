import type { Frame } from '#src/agents/contract.ts';
import type { Ctx } from '#src/context.ts';
import type { Gazetteer, Understanding } from '#src/language/contract.ts';

/** What the words mean while these flows are open. */
export function understandMessage(
  ctx: Ctx,
  { text, saidAt, stack, gazetteer }: { text: string; saidAt: Date; stack: readonly Frame[]; gazetteer: Gazetteer },
): Promise<Understanding> {
  const top = stack.at(-1);
  return ctx.deps.language.understand({
    text,
    now: saidAt,
    timeZone: ctx.company.timeZone,
    gazetteer,
    ...(top ? { activeFlow: top.flow } : {}),
    ...(top?.expecting ? { expecting: top.expecting } : {}),
    ...(stack.length > 1
      ? {
          waiting: stack
            .slice(0, -1)
            .toReversed()
            .map((frame) => frame.title),
        }
      : {}),
  });
}
