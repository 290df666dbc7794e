import { z } from 'zod';

/** Environment values are text; the messages are for the person who wrote them. */
const integer = (min: number, max: number) =>
  z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max, {
      message: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const isMailServer = (value: string): boolean => {
  const url = URL.parse(value);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol)) return false;
  try {
    // What is written otherwise than expected would be left out silently: options, half a login.
    const isWhole = decodeURIComponent(url.username) === '' || decodeURIComponent(url.password) !== '';
    return isWhole && url.hostname !== '' && /^\/?$/.test(url.pathname + url.search + url.hash);
  } catch {
    return false;
  }
};

/**
 * Every setting of the product, read from the environment once at start. `.describe()` is its documentation:
 * `docs/env.md` is generated from it.
 */
export const ConfigSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('`production` turns on what a public host needs (secure cookies) and demands explicit secrets.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all interfaces.'),
  PORT: integer(1, 65_535).default(8080).describe('TCP port of the HTTP server.'),
  PUBLIC_URL: url('http:', 'https:').optional().describe('Where browsers reach the service, if not at HOST:PORT.'),
  DATABASE_URL: url('mysql:', 'mariadb:').describe('MySQL ≥ 8.0 or MariaDB ≥ 10.11. `npm start` brings a private one.'),
  DATABASE_POOL_SIZE: integer(1, 500).default(20).describe('Connections to the database.'),
  REDIS_URL: url('redis:', 'rediss:').describe('Redis ≥ 6.2 or Valkey. `npm start` brings a private one.'),
  JWT_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .describe('Signs access tokens (HS256). `npm start` makes and keeps a random one.'),
  ACCESS_TOKEN_TTL_SECONDS: integer(1, 86_400).default(3_600).describe('Life of an access token.'),
  REFRESH_TOKEN_TTL_SECONDS: integer(60, 31_536_000)
    .default(2_592_000)
    .describe('How long a sign-in lasts unused; the default is 30 days.'),
  GUEST_TOKEN_TTL_SECONDS: integer(60, 31_536_000)
    .default(2_592_000)
    .describe('Life of a guest identity; the default is 30 days.'),
  DEFAULT_COMPANY: z.string().min(1).max(32).default('nexora').describe('The company of requests that name none.'),
  CORS_ORIGINS: list
    .default(['*'])
    .describe('Origins that may embed the widget, separated by commas; `*` for any (no cookies are shared with them).'),
  TRUST_PROXY: flag.default(false).describe('`true` behind a reverse proxy: believe its X-Forwarded-* headers.'),
  RATE_LIMIT_IP_PER_MINUTE: integer(0, 10_000_000)
    .default(600)
    .describe('API calls from one network address; `0` for any number.'),
  RATE_LIMIT_USER_PER_MINUTE: integer(0, 10_000_000)
    .default(600)
    .describe('API calls of one account; `0` for any number.'),
  RATE_LIMIT_AUTH_PER_MINUTE: integer(0, 10_000_000)
    .default(60)
    .describe('Calls below `/auth/` from one network address; `0` for any number.'),
  RATE_LIMIT_BYPASS_ROLES: list
    .default(['owner', 'admin', 'operations_manager'])
    .describe('Staff roles that no limit holds up, separated by commas.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('pino level.'),
  TURN_TIMEOUT_MS: integer(100, 600_000).default(60_000).describe('Longest a turn may take.'),
  UPLOAD_DIR: z.string().default('.data/uploads').describe('Folder of uploaded pictures; nothing serves it directly.'),
  OUTBOX_DIR: z
    .string()
    .default('.data/outbox')
    .describe('Folder where outgoing e-mails and text messages are left, one JSON file each.'),
  SMTP_URL: z
    .string()
    .refine(isMailServer, 'must be smtp://host:port or smtps://user:password@host:port, with nothing behind it')
    .optional()
    .describe(
      'Mail server for e-mails, `smtps://user:password@host:465` or `smtp://…:587` with STARTTLS, which only a server on ' +
        'this machine may lack; text messages still go to OUTBOX_DIR.',
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>"\r\n]+ <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/,
      'must be care@host or "Name <care@host>"',
    )
    .optional()
    .describe('Sender of e-mails, `care@host` or `Name <care@host>`; needed with SMTP_URL.'),
  KNOWLEDGE_DIR: z
    .string()
    .default('seeds/knowledge')
    .describe('Folder of the policy documents, relative to the working directory.'),
});
const WholeConfig = ConfigSchema.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  error: 'is needed with SMTP_URL',
});

export type Config = z.output<typeof ConfigSchema>;

/** Bad settings: `problems` lists all of them, one sentence each. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The configuration is not valid:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads all settings; an empty value counts as not set.
 * @throws ConfigError naming every bad setting at once
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = WholeConfig.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return given[name] === undefined ? `${name} is not set` : `${name}: ${issue.message}`;
    }),
  );
}
