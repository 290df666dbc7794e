interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: { pointer?: string; detail: string }[];
}

/** What went wrong with a call: an RFC 9457 problem of the server, or `status` 0 when the server was not reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, code: string, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem that a response with an error status carries; neutral words when it carries none. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await readBody(response);
  const message =
    body.detail ??
    body.errors?.map(sentence).join(' ') ??
    body.title ??
    'Something went wrong on our side. Please try again.';
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem(
    response.status,
    body.code ?? `http-${response.status}`,
    message,
    retryAfter > 0 ? retryAfter : undefined,
  );
}

/** "/password" and "must not be empty" as "Password must not be empty." */
function sentence({ pointer = '', detail }: { pointer?: string; detail: string }): string {
  const words = `${pointer.split('/').at(-1) ?? ''} ${detail}`.trim();
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/([^.!?])$/, '$1.');
}

async function readBody(response: Response): Promise<ProblemBody> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  try {
    return ((await response.json()) ?? {}) as ProblemBody;
  } catch {
    return {};
  }
}
