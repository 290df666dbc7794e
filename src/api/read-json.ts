import type { Context } from 'koa';
import { getRawBody } from 'raw-body';
import { AppError } from '#src/errors.ts';

const LIMIT_BYTES = 64 * 1024;

/**
 * The request's body as JSON, at most 64 kB.
 * @throws AppError unsupported-media-type | too-large | invalid-json | bad-request
 */
export async function readJson(koa: Context): Promise<unknown> {
  if (koa.request.length === 0 || (koa.request.length === undefined && !koa.req.headers['transfer-encoding']))
    throw new AppError({ code: 'invalid-json', detail: 'The request needs a JSON body.' });
  const charset = koa.request.charset.toLowerCase();
  if (!koa.is('json', '+json') || koa.get('Content-Encoding') || (charset !== '' && charset !== 'utf-8'))
    throw new AppError({
      code: 'unsupported-media-type',
      detail: 'Send the body as application/json in UTF-8, without a content encoding.',
    });
  return parseJson(await readBytes(koa));
}

async function readBytes(koa: Context): Promise<Buffer> {
  try {
    return await getRawBody(koa.req, { limit: LIMIT_BYTES, length: koa.get('Content-Length') || null });
  } catch (cause) {
    // Left unread, the rest would hold up the connection: no next request on it, and no notice of its end.
    koa.req.resume();
    if (cause instanceof Error && 'type' in cause && cause.type === 'entity.too.large')
      throw new AppError({ code: 'too-large', detail: 'The body may have at most 64 kB.', cause });
    throw new AppError({ code: 'bad-request', detail: 'The body did not arrive whole.', cause });
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError({ code: 'invalid-json', detail: 'The body cannot be read as JSON in UTF-8.', cause });
  }
}
