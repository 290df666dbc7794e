import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Keys whose values never reach a log line, at any of the depths our log calls use. */
const PERSONAL = [
  'email',
  'phone',
  'password',
  'name',
  'address',
  'line1',
  'text',
  'token',
  'accessToken',
  'guestToken',
  'refreshToken',
  'currentPassword',
  'newPassword',
  'secret',
  'authorization',
  'cookie',
];

/** An error without what it was about: a failed query carries its parameters, and MySQL quotes values in its messages. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const isQuery = 'query' in error && 'params' in error;
  const isFromDatabase = 'sqlState' in error;
  const code = 'code' in error ? { code: error.code } : {};
  return {
    type: error.name,
    message: isQuery ? `Failed query: ${error.query}` : isFromDatabase ? 'refused by the database' : error.message,
    ...code,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** JSON lines on stdout; personal data is replaced by "[redacted]". */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
