import type { Method } from '../route.ts';

export interface Named {
  method: Method;
  path: string;
  /** Whether the answer is a list. */
  isList: boolean;
}

/** What the rule below would name badly. */
const NAMES: Record<string, string> = {
  'GET /api/v1/ops/complaints/priority': 'listPriorityQueue',
  'POST /api/v1/agui': 'runAgUi',
  'POST /api/v1/auth/guest': 'createGuest',
  'POST /api/v1/chat/ui': 'sendUiMessage',
  'GET /api/v1/chat/ui/{id}/stream': 'followUiChat',
  'POST /api/v1/chat/message': 'sendMessage',
  'GET /api/v1/chat/runs/{turnId}/events': 'followRun',
  'GET /openapi.json': 'getOpenApi',
  'GET /health/live': 'isLive',
  'GET /health/ready': 'isReady',
};

const VERBS = { POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete' } as const;
/** Last steps of a path that say what a read does. */
const DEEDS = new Set(['search', 'export']);
/** Steps of a path that are things, not deeds: posting to them creates one. */
const isThing = (step: string): boolean => /[^su]s$/.test(step);

/**
 * The name that a generated client gives the call: `listBookings`, `getBooking`, `cancelBooking`, `listOpsComplaints`,
 * `login`. Follows from method and path alone, so it stays when a route's wording changes.
 */
export function operationId({ method, path, isList }: Named): string {
  return NAMES[`${method} ${path}`] ?? ruleFor({ method, path, isList });
}

function ruleFor({ method, path, isList }: Named): string {
  const steps = path
    .replace(/^\/(api\/v\d+\/)?/, '')
    .replace(/^users\/me(\/?)/, (_, more) => (more ? 'my/' : 'me'))
    .split('/');
  const last = steps.at(-1) ?? '';
  const owners = steps.filter((step) => !step.startsWith('{'));
  if (last.startsWith('{')) return camel([method === 'GET' ? 'get' : VERBS[method], ...nouns(owners, true)]);
  if (method === 'GET' && DEEDS.has(last)) return camel([last, ...nouns(owners.slice(0, -1), false)]);
  if (method === 'GET') return camel([isList ? 'list' : 'get', ...nouns(owners, false)]);
  if (method !== 'POST') return camel([VERBS[method], ...nouns(owners, false)]);
  if (isThing(last)) return camel(['create', ...nouns(owners, true)]);
  // A deed: `POST /bookings/{id}/cancel` → cancelBooking, `POST /ops/auth/login` → opsLogin.
  const things = nouns(owners.slice(0, -1), true).filter((noun) => noun !== 'auth');
  return things[0] === 'ops' && things.length === 1 ? camel([...things, last]) : camel([last, ...things]);
}

/** The owners in the singular (`complaint`, `updates`), the last one only when one thing is meant. */
function nouns(steps: readonly string[], one: boolean): string[] {
  return steps.map((step, index) => (index < steps.length - 1 || one ? singular(step) : step));
}

function singular(noun: string): string {
  if (noun === 'ops' || !isThing(noun)) return noun;
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/(ss|x|ch|sh)es$|s$/, '$1');
}

export function pascal(words: string): string {
  const word = camel([words]);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function camel(words: readonly string[]): string {
  const [first = '', ...rest] = words.flatMap((word) => word.split(/[^A-Za-z0-9]+/)).filter(Boolean);
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
