/** Every problem the product reports: stable code → HTTP status and title (RFC 9457 `title`). */
export const PROBLEMS = {
  'bad-request': [400, 'The request cannot be read'],
  'invalid-json': [400, 'The body is not valid JSON'],
  unauthenticated: [401, 'Sign-in needed'],
  'token-expired': [401, 'The session has expired'],
  'bad-credentials': [401, 'Wrong e-mail or password'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'No such answer format'],
  'session-busy': [409, 'The conversation is busy'],
  'slot-taken': [409, 'The hour has just been taken'],
  'hold-expired': [409, 'The hold on the hour has expired'],
  'precondition-failed': [412, 'Changed by somebody else meanwhile'],
  'precondition-required': [428, 'The version to change must be named'],
  'idempotency-mismatch': [422, 'The key was used for something else'],
  'not-allowed': [409, 'The rules do not allow this'],
  conflict: [409, 'The state has changed'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'The body must be JSON'],
  invalid: [422, 'Some fields are not valid'],
  'not-served': [422, 'Not served'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof PROBLEMS;

export interface FieldIssue {
  /** JSON pointer to the field, e.g. `/items/0/quantity`. */
  pointer: string;
  detail: string;
}

export interface AppErrorInit {
  code: ErrorCode;
  /** A sentence for a person; shown to the client unless the status is 5xx. */
  detail?: string;
  /** Facts for programs: goes into the problem document as it is. */
  data?: Record<string, unknown>;
  issues?: FieldIssue[];
  cause?: unknown;
}

/** The one error class: a stable code for programs and a sentence for people. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly data: Record<string, unknown> | undefined;
  readonly issues: FieldIssue[] | undefined;

  constructor(init: AppErrorInit) {
    const [status, title] = PROBLEMS[init.code];
    super(init.detail ?? title, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = 'AppError';
    this.code = init.code;
    this.status = status;
    this.title = title;
    this.detail = init.detail;
    this.data = init.data;
    this.issues = init.issues;
  }
}
