import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openApiDocument } from '../openapi.ts';
import { defineRoute, type Route } from '../route.ts';

/** The route that describes all of them, itself included. The document is made at the first call and kept. */
export function openApiRoute(allRoutes: () => readonly Route[]): Route {
  const describe = once(() => {
    const document = openApiDocument(allRoutes());
    const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url');
    return { body: document, headers: { ETag: `"${hash.slice(0, 22)}"`, 'Cache-Control': 'no-cache' } };
  });
  return defineRoute({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document.',
    auth: 'none',
    response: z.record(z.string(), z.unknown()),
    status: 200,
    handler: async () => describe(),
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
