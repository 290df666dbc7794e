import type { Context } from 'koa';
import { getRawBody } from 'raw-body';
import { AppError } from '#src/errors.ts';
import type { Upload } from './route.ts';

/**
 * The request's body as bytes. What it says to be is only looked at here, what it is the verb finds out.
 * @throws AppError unsupported-media-type | too-large | bad-request
 */
export async function readUpload(koa: Context, { types, maxBytes }: Upload): Promise<Buffer> {
  if (!types.includes(koa.request.type) || koa.get('Content-Encoding'))
    throw new AppError({
      code: 'unsupported-media-type',
      detail: `Send the file itself as ${types.join(' or ')}, without a content encoding.`,
    });
  try {
    return await getRawBody(koa.req, { limit: maxBytes, length: koa.get('Content-Length') || null });
  } catch (cause) {
    // Left unread, the rest would hold up the connection.
    koa.req.resume();
    if (cause instanceof Error && 'type' in cause && cause.type === 'entity.too.large')
      throw new AppError({ code: 'too-large', detail: `The file may have at most ${maxBytes / 2 ** 20} MB.`, cause });
    throw new AppError({ code: 'bad-request', detail: 'The file did not arrive whole.', cause });
  }
}
