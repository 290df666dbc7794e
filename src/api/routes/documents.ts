import { z } from 'zod';
import { AppError } from '#src/errors.ts';
import { defineRoute } from '../route.ts';
import { DocumentBody } from '../schemas.ts';

export const documentRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/documents/{documentId}',
  summary: 'A document of the company’s public knowledge, to open a citation in it.',
  auth: 'none',
  params: z.strictObject({ documentId: z.string() }),
  response: DocumentBody,
  status: 200,
  async handler(ctx, { params: { documentId } }, call) {
    const company = await call.company();
    const document = ctx.deps.retriever.document(company.id, documentId);
    if (!document) throw new AppError({ code: 'not-found', detail: 'There is no such document.' });
    const { id, title, version, source } = document;
    return { body: { id, title, version, source } };
  },
});
