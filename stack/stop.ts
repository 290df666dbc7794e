import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from './command.ts';
import { isOurs, stopProcess } from './processes.ts';
import { readRecord } from './records.ts';
import { root } from './root.ts';

type Recorded = { pid: number; marker: string; what?: string };

/** In this order: a live supervisor ends its own; what is left after it was orphaned by a crash. */
const PROCESSES = [
  { file: 'supervisor.json', graceMs: 60_000, group: false },
  { file: 'server.json', graceMs: 10_000, group: true },
  { file: 'widget.json', graceMs: 2_000, group: true },
  { file: 'redis.json', graceMs: 10_000, group: false },
  { file: 'mysql.json', graceMs: 30_000, group: false },
];

/** `npm run stop`: ends everything of this checkout, found by the recorded pids, and says what it ended. */
export async function stop({ steps }: Pick<Command, 'steps'>): Promise<number> {
  const data = join(root, '.data');
  const candidates = [
    { name: 'setting up', path: join(root, '.runtime', 'npm-ci.json'), graceMs: 10_000, group: false },
    ...(existsSync(data) ? readdirSync(data) : []).flatMap((name) =>
      PROCESSES.map(({ file, ...how }) => ({ name, path: join(data, name, file), ...how })),
    ),
  ];
  let count = 0;
  for (const { name, path, ...how } of candidates) {
    const recorded = readRecord<Recorded>(path);
    if (!recorded || !isOurs(recorded.pid, recorded.marker) || recorded.pid === process.pid) continue;
    const result = await stopProcess(recorded.pid, recorded.marker, how);
    const what = recorded.what ?? basename(path, '.json');
    steps.line(`✓ ${result === 'killed' ? 'Killed' : 'Stopped'} ${what} (${name}, pid ${recorded.pid})`);
    count += 1;
  }
  if (count === 0) steps.line('Nothing of this checkout is running.');
  return 0;
}
