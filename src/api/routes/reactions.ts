import { removeReaction } from '#src/services/reactions/remove-reaction.ts';
import { setReaction } from '#src/services/reactions/set-reaction.ts';
import { defineRoute, type Route } from '../route.ts';
import { DoneBody } from '../schemas/auth.ts';
import { MessageParams, ReactionBody } from '../schemas/sessions.ts';

const PATH = '/api/v1/chat/messages/{id}/reaction';

export const reactionRoutes: readonly Route[] = [
  defineRoute({
    method: 'PUT',
    path: PATH,
    summary: 'Give an answer a thumb, up or down, with a reason if you like.',
    auth: 'guest',
    problems: ['not-found', 'not-allowed'],
    params: MessageParams,
    body: ReactionBody,
    response: DoneBody,
    status: 200,
    async handler(ctx, { params: { id }, body }) {
      await setReaction(ctx, id, body);
      return { body: { done: true as const } };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: PATH,
    summary: 'Take your thumb back.',
    auth: 'guest',
    problems: ['not-found'],
    params: MessageParams,
    response: DoneBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      await removeReaction(ctx, id);
      return { body: { done: true as const } };
    },
  }),
];
