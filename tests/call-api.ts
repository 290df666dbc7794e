import { issueToken, type Claims } from '#src/services/auth/tokens.ts';
import type { TestApp } from './test-app.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Empty for an answer that is not JSON. */
  body: Record<string, unknown>;
  text: string;
}

export interface ApiCall {
  /** Access token. */
  as?: string | undefined;
  body?: object;
  /** For `If-Match`. */
  version?: unknown;
  headers?: Record<string, string>;
}

/** An access token as signing in would give it, without a session behind it. */
export function tokenOf(app: TestApp, companyId: string, { id, kind }: { id: string; kind: Claims['kind'] }): string {
  const { JWT_SECRET } = app.deps.config;
  return issueToken({ secret: JWT_SECRET, companyId, now: new Date() }, { kind, sub: id }, 600);
}

/** Calls the API for one company: `call('PUT /api/v1/ops/users/usr_1', { as, version, body })`. */
export function createCall(app: TestApp, companyId: string): (what: string, options?: ApiCall) => Promise<Answer> {
  return async function call(what, { as, body, version, headers } = {}) {
    const [method = '', path = ''] = what.split(' ', 2);
    const response = await fetch(app.url + path, {
      method,
      headers: {
        'X-Company': companyId,
        ...(as !== undefined && { Authorization: `Bearer ${as}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${String(version)}"` }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: json ? (JSON.parse(text) as Answer['body']) : {},
      text,
    };
  };
}
