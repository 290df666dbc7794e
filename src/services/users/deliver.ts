import type { OutgoingMessage } from '#src/channels/contract.ts';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

/** Sends what tells of a change that is done: if that fails, the change stays and the log says so. Never rejects. */
export async function notify(
  { deps, requestId }: Pick<Ctx, 'deps' | 'requestId'>,
  messages: OutgoingMessage[],
): Promise<void> {
  await Promise.all(
    messages.map((message) =>
      deps.outbox.send(message).catch((error: unknown) => {
        deps.log.error({ err: error, requestId, purpose: message.purpose }, 'a message could not be sent');
      }),
    ),
  );
}

/** Sends what somebody waits for. @throws AppError unavailable */
export async function deliver({ deps }: Pick<Ctx, 'deps'>, message: OutgoingMessage): Promise<void> {
  try {
    await deps.outbox.send(message);
  } catch (cause) {
    throw new AppError({ code: 'unavailable', cause });
  }
}
