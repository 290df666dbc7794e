import { AppError } from '#src/errors.ts';
import type { TurnResult } from '#src/turn.ts';
import type { LoggedEvent } from './assistant.ts';

const NO_USAGE = { tokensIn: 0, tokensOut: 0, latencyMs: 0 };

/**
 * The result of a turn as its log tells it, for whoever did not run it.
 * @throws AppError unavailable when the turn failed: sent once more the message sets off another
 */
export async function resultOf(turnId: string, log: AsyncIterable<LoggedEvent>): Promise<TurnResult> {
  const told: TurnResult = {
    ...{ sessionId: '', turnId, text: '', intents: [], parts: [], effects: [] },
    ...{ outcome: 'cancelled', usage: NO_USAGE },
  };
  for await (const { event } of log) {
    switch (event.type) {
      case 'turn.started':
        told.sessionId = event.sessionId;
        break;
      case 'turn.restarted':
        told.parts = [];
        told.effects = [];
        break;
      case 'part':
        told.parts.push(event.part);
        break;
      case 'effect':
        told.effects.push(event.effect);
        break;
      case 'turn.finished':
        return event.result;
      case 'turn.cancelled':
        return { ...told, text: told.parts.map((part) => part.text).join('\n\n') };
      default:
    }
  }
  const detail = 'The answer was interrupted. Please send your message again.';
  throw new AppError({ code: 'unavailable', detail, data: { retryAfterSeconds: 1 } });
}
