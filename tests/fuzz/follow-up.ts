import { isObject, type Json, type JsonObject } from '#src/api/openapi/json.ts';
import { LAST_READ, type FuzzRequest } from './request.ts';
import type { Answer } from './send.ts';

/** What a refusal may tell, and the field of the request that is to have it. */
const TOLD: { field: string; find: (problem: JsonObject) => Json | undefined }[] = [
  { field: 'quotedTotalPaise', find: ({ price }) => (isObject(price) ? price['totalPaise'] : undefined) },
  { field: 'quotedRefundPaise', find: ({ refundPaise }) => refundPaise },
  { field: 'startsAt', find: ({ freeHours }) => (Array.isArray(freeHours) ? startOf(freeHours[0]) : undefined) },
  { field: 'status', find: ({ next }) => (Array.isArray(next) ? next[0] : undefined) },
];

const startOf = (hour: Json | undefined): Json | undefined => (isObject(hour) ? hour['startsAt'] : hour);

/**
 * The requests that a client makes of a refusal which says what would be right: the same again with what it has been
 * told, or, where another version is there by now, after reading that. None when the refusal says nothing.
 * @param reads the operations that read, by path
 */
export function followUps(
  request: FuzzRequest,
  { status, text }: Answer,
  reads: ReadonlyMap<string, string>,
): FuzzRequest[] {
  // A key belongs to the body that it came with.
  const { 'Idempotency-Key': _, ...headers } = request.headers;
  if (status === 412 && headers['If-Match'] === LAST_READ) return [...readOf(request, reads), { ...request, headers }];
  const sent = request.body && 'json' in request.body ? request.body.json : undefined;
  if (status !== 409 || text === '' || !isObject(sent)) return [];
  const problem = JSON.parse(text) as JsonObject;
  const told = TOLD.find(({ field, find }) => field in sent && find(problem) !== undefined);
  if (!told) return [];
  return [{ ...request, headers, body: { json: { ...sent, [told.field]: told.find(problem) ?? null } } }];
}

/** `/ops/complaints/{id}/assign` changes what `/complaints/{id}` reads, `/ops/roles/{slug}/permissions` what `/ops/roles` does. */
function readOf({ path, params, actor }: FuzzRequest, reads: ReadonlyMap<string, string>): FuzzRequest[] {
  for (let place = path; place.includes('/v1/'); place = place.slice(0, place.lastIndexOf('/')))
    for (const candidate of [place, place.replace('/ops/', '/')]) {
      const operation = reads.get(candidate);
      if (operation) return [{ operation, method: 'GET', path: candidate, params, query: [], headers: {}, actor }];
    }
  return [];
}
