import { sql } from 'drizzle-orm';
import { createApp } from '#src/api/app.ts';
import { startServer } from '#src/api/server.ts';
import { loadConfig } from '#src/config.ts';
import { createDeps } from '#src/deps.ts';

/**
 * What a turn takes from the client's side, over HTTP on an otherwise idle machine with the local maker: time to the
 * first text and to the end, at concurrency 1, with the statements that the database gets meanwhile, and the processor
 * time of this process, client included: of all figures the one that a busy machine changes least.
 * The floor is a request of the same server that does nothing but one query.
 */
const ROUNDS = Number(process.argv[2] ?? 100);
const SCENARIOS: Record<string, string[]> = {
  'policy question': ['What is your refund policy?'],
  'price question': ['How much does a bathroom cleaning cost in 560034?'],
  'booking, four turns': ['my AC is not cooling', '560034', 'flat 12, 3rd cross, 5th block', 'the day after tomorrow'],
  'two requests at once': ['what is your refund policy and how much is a deep cleaning?'],
};

// Counted like any request, but never refused: a run makes more of them than a minute allows.
const deps = await createDeps(
  loadConfig({ ...process.env, LOG_LEVEL: 'silent', RATE_LIMIT_IP_PER_MINUTE: '10000000' }),
);
const server = await startServer(createApp(deps, 'dist/widget').callback(), { host: '127.0.0.1', port: 0 });
const { accessToken } = (await (await fetch(`${server.url}/api/v1/auth/guest`, { method: 'POST' })).json()) as {
  accessToken: string;
};

const statements = async () => {
  const [rows] = await deps.db.execute(sql`show global status like 'Questions'`);
  return Number((rows as unknown as { Value: string }[])[0]?.Value);
};

async function turn(text: string, sessionId?: string) {
  const startedAt = performance.now();
  const response = await fetch(`${server.url}/api/v1/chat/message`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ text, ...(sessionId ? { sessionId } : {}) }),
  });
  let first = Number.NaN;
  let body = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    body += chunk;
    if (Number.isNaN(first) && body.includes('TEXT_MESSAGE_CONTENT')) first = performance.now() - startedAt;
  }
  if (!body.includes('RUN_FINISHED')) throw new Error(`The turn did not finish: ${body.slice(-500)}`);
  return { first, whole: performance.now() - startedAt, sessionId: /"threadId":"([^"]+)"/.exec(body)?.[1] };
}

const quantile = (values: number[], q: number) =>
  (values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN).toFixed(1);
const row = (...cells: (string | number)[]) =>
  console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(24) : String(cell).padStart(11))).join(''));

const floor: number[] = [];
for (let i = 0; i < ROUNDS; i++) {
  const startedAt = performance.now();
  await (await fetch(`${server.url}/health/ready`)).arrayBuffer();
  floor.push(performance.now() - startedAt);
}
console.log(`${ROUNDS} rounds, concurrency 1, milliseconds\n`);
row('', 'first p50', 'first p95', 'whole p50', 'whole p95', '× floor', 'CPU ms', 'SQL/turn');
row('floor: health check', '', '', quantile(floor, 0.5), quantile(floor, 0.95), '1.0', '', '');
for (const [name, texts] of Object.entries(SCENARIOS)) {
  const first: number[] = [];
  const whole: number[] = [];
  const conversation = async () => {
    let sessionId: string | undefined;
    for (const text of texts) {
      const timing = await turn(text, sessionId);
      sessionId = timing.sessionId;
      first.push(timing.first);
      whole.push(timing.whole);
    }
  };
  for (let i = 0; i < 5; i++) await conversation();
  first.length = whole.length = 0;
  const before = await statements();
  const cpuBefore = process.cpuUsage();
  for (let i = 0; i < ROUNDS; i++) await conversation();
  const { user, system } = process.cpuUsage(cpuBefore);
  const perTurn = ((await statements()) - before - 1) / whole.length;
  const ratio = (Number(quantile(whole, 0.5)) / Number(quantile(floor, 0.5))).toFixed(1);
  row(
    name,
    quantile(first, 0.5),
    quantile(first, 0.95),
    quantile(whole, 0.5),
    quantile(whole, 0.95),
    ratio,
    ((user + system) / 1_000 / whole.length).toFixed(1),
    perTurn.toFixed(1),
  );
}
await server.close(1_000);
await deps.close();
