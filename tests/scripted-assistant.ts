import { EventEmitter, on } from 'node:events';
import { AppError } from '#src/errors.ts';
import type { Assistant, LoggedEvent } from '#src/graph/assistant.ts';
import { newId } from '#src/ids.ts';
import type { TurnEvent, TurnResult } from '#src/turn.ts';

/** What a turn says, and where it may be held up. */
interface Script {
  events: TurnEvent[];
  /** Waited for before the event with this index. */
  gates?: Record<number, Promise<unknown>>;
  /** Breaks the log itself, not the turn, before the event with this index. */
  breaksAt?: number;
}

interface Turn {
  ownerId: string;
  log: LoggedEvent[];
  news: EventEmitter;
  script: Script;
}

/** An assistant that plays what a test has written, for what a real one does too seldom: fail, hang, break off. */
export interface ScriptedAssistant extends Assistant {
  script: (sessionId: string, turnId: string, text: string) => Script;
  /** How many clients follow a turn at the moment. */
  followers(): number;
  finishedTurns(): number;
}

const isTerminal = ({ type }: TurnEvent): boolean => type === 'turn.finished' || type === 'turn.failed';

export function createScriptedAssistant(script: ScriptedAssistant['script']): ScriptedAssistant {
  const turns = new Map<string, Turn>();
  let following = 0;
  let finished = 0;

  async function play(turn: Turn): Promise<TurnResult> {
    for (const [index, event] of turn.script.events.entries()) {
      await turn.script.gates?.[index];
      turn.log.push({ seq: index + 1, event });
      turn.news.emit('news');
      if (isTerminal(event)) finished++;
      if (event.type === 'turn.finished') return event.result;
      if (event.type === 'turn.failed') throw new AppError({ code: 'internal' });
    }
    throw new Error('The script has no terminal event.');
  }

  async function* tail(turn: Turn, afterSeq: number, signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    following++;
    const news = on(turn.news, 'news', { signal });
    try {
      for (let index = afterSeq; ; index++) {
        if (turn.script.breaksAt === index) throw new Error('the log broke at secret-host:6379');
        while (turn.log.length <= index) await news.next();
        const entry = turn.log[index];
        if (!entry) return;
        yield entry;
        if (isTerminal(entry.event)) return;
      }
    } finally {
      following--;
    }
  }

  const self: ScriptedAssistant = {
    script,
    followers: () => following,
    finishedTurns: () => finished,
    async startTurn(ctx, { sessionId = newId('conversation'), text }) {
      const turnId = newId('turn');
      const ownerId = 'id' in ctx.actor ? ctx.actor.id : '';
      const turn: Turn = { ownerId, log: [], news: new EventEmitter(), script: self.script(sessionId, turnId, text) };
      turns.set(turnId, turn);
      const result = play(turn);
      result.catch(() => undefined);
      return { sessionId, turnId, result };
    },
    tailSession: async () => ({ side: 'customer', events: (async function* () {})() }),
    async tailTurn(ctx, turnId, afterSeq, signal) {
      const turn = turns.get(turnId);
      if (!turn || !('id' in ctx.actor) || turn.ownerId !== ctx.actor.id) throw new AppError({ code: 'not-found' });
      return tail(turn, afterSeq, signal);
    },
    cancelTurn: async () => false,
    keepWatch: () => undefined,
    close: async () => undefined,
  };
  return self;
}
