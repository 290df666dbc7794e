import type { Context } from 'koa';
import { getRawBody } from 'raw-body';
import { AppError } from '#src/errors.ts';
import { assertModest } from './modest-json.ts';

const LIMIT_BYTES = 1024 * 1024;

/** What a route takes, where that is not the usual. */
interface Limits {
  maxBodyBytes: number | undefined;
  maxBodyMembers: number | undefined;
}

/**
 * The request's body as JSON, of at most 1 MB and modest in depth and number of fields, unless the limits say otherwise.
 * @throws AppError unsupported-media-type | too-large | invalid-json | bad-request
 */
export async function readJson(koa: Context, limits?: Limits): Promise<unknown> {
  if (koa.request.length === 0 || (koa.request.length === undefined && !koa.req.headers['transfer-encoding']))
    throw new AppError({ code: 'invalid-json', detail: 'The request needs a JSON body.' });
  const charset = koa.request.charset.toLowerCase();
  if (!koa.is('json', '+json') || koa.get('Content-Encoding') || (charset !== '' && charset !== 'utf-8'))
    throw new AppError({
      code: 'unsupported-media-type',
      detail: 'Send the body as application/json in UTF-8, without a content encoding.',
    });
  const value = parseJson(await readBytes(koa, limits?.maxBodyBytes ?? LIMIT_BYTES));
  assertModest(value, limits?.maxBodyMembers);
  return value;
}

async function readBytes(koa: Context, limit: number): Promise<Buffer> {
  try {
    return await getRawBody(koa.req, { limit, length: koa.get('Content-Length') || null });
  } catch (cause) {
    // Left unread, the rest would hold up the connection: no next request on it, and no notice of its end.
    koa.req.resume();
    if (cause instanceof Error && 'type' in cause && cause.type === 'entity.too.large')
      throw new AppError({ code: 'too-large', detail: `The body may have at most ${sizeOf(limit)}.`, cause });
    throw new AppError({ code: 'bad-request', detail: 'The body did not arrive whole.', cause });
  }
}

const sizeOf = (bytes: number): string => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MB` : `${bytes / 2 ** 10} kB`);

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError({ code: 'invalid-json', detail: 'The body cannot be read as JSON in UTF-8.', cause });
  }
}
