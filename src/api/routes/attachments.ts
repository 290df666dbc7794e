import { z } from 'zod';
import { addAttachment } from '#src/services/attachments/add-attachment.ts';
import { ATTACHMENT_TYPES } from '#src/services/attachments/attachment-type.ts';
import { getAttachment } from '#src/services/attachments/get-attachment.ts';
import { ATTACHMENT_POLICY } from '#src/services/attachments/policy.ts';
import { removeAttachment } from '#src/services/attachments/remove-attachment.ts';
import { attachmentNamed } from '../content-disposition.ts';
import { presentAttachment } from '../presenters/complaints.ts';
import { defineRoute, type Route } from '../route.ts';
import { DoneBody } from '../schemas/auth.ts';
import { AttachmentItem } from '../schemas/complaints.ts';

const PATH = '/api/v1/chat/attachments';
const AttachmentParams = z.strictObject({ id: z.string() });

export const attachmentRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: PATH,
    summary: 'Uploads a picture or a PDF of at most 10 MB for a message or a complaint, which then names its id.',
    auth: 'guest',
    problems: ['invalid', 'not-found', 'too-many-requests'],
    query: z.strictObject({
      name: z
        .string()
        .max(255)
        .optional()
        .meta({ description: 'What the file is called, to show.', example: 'leak.jpg' }),
      sessionId: z.string().min(1).max(64).optional().meta({ description: 'The conversation that it is meant for.' }),
    }),
    upload: { types: ATTACHMENT_TYPES, maxBytes: ATTACHMENT_POLICY.maxBytes },
    response: AttachmentItem,
    status: 201,
    async handler(ctx, { query }, call) {
      return {
        body: presentAttachment(await addAttachment(ctx, { ...query, bytes: await call.readUpload(), ip: call.ip })),
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/{id}`,
    summary: 'An attachment, for who has added it and for staff who may see the conversation or the complaint.',
    auth: 'guest',
    problems: ['not-found'],
    params: AttachmentParams,
    produces: ATTACHMENT_TYPES,
    status: 200,
    async handler(ctx, { params }) {
      const { attachment, bytes } = await getAttachment(ctx, params.id);
      return {
        bytes,
        type: attachment.contentType,
        headers: {
          'Content-Disposition': attachmentNamed(attachment.name),
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'Cache-Control': 'private, no-cache',
        },
      };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${PATH}/{id}`,
    summary: 'Takes an attachment back that belongs to no complaint yet.',
    auth: 'guest',
    problems: ['not-found', 'not-allowed'],
    params: AttachmentParams,
    response: DoneBody,
    status: 200,
    async handler(ctx, { params }) {
      await removeAttachment(ctx, params.id);
      return { body: { done: true as const } };
    },
  }),
];
