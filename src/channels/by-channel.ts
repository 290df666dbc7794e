import type { OutgoingMessage, Outbox } from './contract.ts';

/** Each message by the way of its channel. */
export function createOutboxByChannel(ways: {
  [C in OutgoingMessage['channel']]: Outbox<Extract<OutgoingMessage, { channel: C }>>;
}): Outbox & { close(): Promise<void> } {
  return {
    send: (message) => (message.channel === 'email' ? ways.email.send(message) : ways.sms.send(message)),
    async close() {
      await Promise.all([ways.email.close?.(), ways.sms.close?.()]);
    },
  };
}
