import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stopProcess } from './processes.ts';
import { readRecord, removeRecord, writeRecord } from './records.ts';
import { runCommand } from './run-command.ts';
import { fingerprint, hasStamp, writeStamp } from './stamp.ts';

/** Whether node_modules is what package-lock.json describes, for this platform and Node's binary interface. */
export function areDependenciesFresh(root: string): boolean {
  return existsSync(join(root, 'node_modules')) && hasStamp(stampFile(root), wanted(root));
}

/** `npm ci` with the npm that started us, on the Node that runs now. npm removes the old stamp with node_modules. */
export async function installDependencies(root: string, signal: AbortSignal): Promise<void> {
  const cli = process.env['npm_execpath'];
  const npm = cli?.endsWith('npm-cli.js') ? { command: process.execPath, first: [cli] } : { command: 'npm', first: [] };
  // The widget is bundled on the machine that serves it: development dependencies are needed in production too.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const record = join(root, '.runtime', 'npm.json');
  // Our process may have been killed, but not the npm that it had started: two at once would spoil the folder.
  await stopProcess(readRecord<{ pid: number }>(record)?.pid, 'ci', { graceMs: 1_500, group: true });
  const onStart = (pid: number) => writeRecord(record, { pid });
  await runCommand(npm.command, [...npm.first, ...options], { cwd: root, signal, onStart });
  removeRecord(record);
  writeStamp(stampFile(root), wanted(root));
}

function stampFile(root: string): string {
  return join(root, 'node_modules', '.bootstrap-stamp');
}

function wanted(root: string): string {
  return fingerprint(root, ['package-lock.json'], `${process.platform} ${process.arch} ${process.versions.modules}`);
}
