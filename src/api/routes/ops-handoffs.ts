import { addNote } from '#src/services/handoffs/add-note.ts';
import { getHandoff } from '#src/services/handoffs/get-handoff.ts';
import { handBack } from '#src/services/handoffs/hand-back.ts';
import { listHandoffs } from '#src/services/handoffs/list-handoffs.ts';
import { replyAsPerson } from '#src/services/handoffs/reply-as-person.ts';
import { startHandoff } from '#src/services/handoffs/start-handoff.ts';
import { takeOverConversation } from '#src/services/handoffs/take-over-conversation.ts';
import { countReactions } from '#src/services/reactions/count-reactions.ts';
import { CountReactionsInput } from '#src/services/reactions/schemas.ts';
import { presentHandoff, presentHandoffContext } from '../presenters/handoffs.ts';
import { defineRoute, type Route } from '../route.ts';
import {
  HandoffBody,
  HandoffItem,
  HandoffParams,
  HandoffsBody,
  HandoffsQuery,
  SaidBody,
  SayBody,
  StartHandoffBody,
} from '../schemas/handoffs.ts';
import { ReactionsBody } from '../schemas/sessions.ts';

const PATH = '/api/v1/ops/handoffs';

/** A person in place of the assistant, from the queue to giving the conversation back. */
export const opsHandoffRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: PATH,
    summary:
      'The conversations that wait for a person, most pressing first; or those with one, or those that are over.',
    auth: 'staff',
    permission: 'conversations.view',
    query: HandoffsQuery,
    response: HandoffsBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listHandoffs(ctx, query);
      return { body: { items: items.map(presentHandoff), ...rest } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: PATH,
    summary: 'Join a conversation that nobody has asked a person into; one that waits is taken as it is.',
    auth: 'staff',
    permission: 'conversations.take_over',
    idempotent: true,
    problems: ['not-found', 'conflict'],
    body: StartHandoffBody,
    response: HandoffItem,
    status: 201,
    async handler(ctx, { body }) {
      return { body: presentHandoff(await startHandoff(ctx, body)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/{id}`,
    summary: 'A handoff with its conversation and what the customer has with the company. The look is logged.',
    auth: 'staff',
    permission: 'conversations.view',
    problems: ['not-found'],
    params: HandoffParams,
    response: HandoffBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      return { body: presentHandoffContext(await getHandoff(ctx, id)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/{id}/take-over`,
    summary: 'Speak in place of the assistant from now on. Of two who try at once, one gets it.',
    auth: 'staff',
    permission: 'conversations.take_over',
    idempotent: true,
    problems: ['not-found', 'not-allowed', 'conflict'],
    params: HandoffParams,
    response: HandoffItem,
    status: 200,
    async handler(ctx, { params: { id } }) {
      return { body: presentHandoff(await takeOverConversation(ctx, id)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/{id}/messages`,
    summary: 'Say something to the customer. For whoever has the conversation, and those above them.',
    auth: 'staff',
    permission: 'conversations.take_over',
    idempotent: true,
    problems: ['not-found', 'not-allowed'],
    params: HandoffParams,
    body: SayBody,
    response: SaidBody,
    status: 201,
    async handler(ctx, { params: { id }, body }) {
      return { body: await replyAsPerson(ctx, id, body) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/{id}/notes`,
    summary: 'Write a note into the conversation that only staff see.',
    auth: 'staff',
    permission: 'conversations.take_over',
    idempotent: true,
    problems: ['not-found'],
    params: HandoffParams,
    body: SayBody,
    response: SaidBody,
    status: 201,
    async handler(ctx, { params: { id }, body }) {
      return { body: await addNote(ctx, id, body) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/{id}/hand-back`,
    summary: 'Give the conversation back to the assistant, which says so.',
    auth: 'staff',
    permission: 'conversations.take_over',
    idempotent: true,
    problems: ['not-found', 'not-allowed'],
    params: HandoffParams,
    response: HandoffItem,
    status: 200,
    async handler(ctx, { params: { id } }) {
      return { body: presentHandoff(await handBack(ctx, id)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/ops/reactions',
    summary: 'How many thumbs customers have given on these days, in all and by day.',
    auth: 'staff',
    permission: 'analytics.view',
    query: CountReactionsInput,
    response: ReactionsBody,
    status: 200,
    async handler(ctx, { query }) {
      return { body: await countReactions(ctx, query) };
    },
  }),
];
