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
  'authorization',
  'cookie',
];

/** JSON lines on stdout; personal data is replaced by "[redacted]". */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
