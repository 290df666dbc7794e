import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { fingerprint, hasStamp, writeStamp } from './stamp.ts';

const SOURCES = ['src/web/widget', 'package-lock.json'];

/** Bundles the chat widget into dist/widget/ when its sources have changed; tells whether it did. */
export async function buildWidget(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  const stamp = join(root, 'dist', '.widget-stamp');
  const wanted = fingerprint(root, SOURCES);
  if (existsSync(join(root, 'dist', 'widget')) && hasStamp(stamp, wanted)) return false;
  await runCommand(process.execPath, viteBuild(root), { cwd: root, env, signal });
  writeStamp(stamp, wanted);
  return true;
}

/** Node's arguments, the script first. */
export function viteBuild(root: string): string[] {
  return [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'src/web/widget/vite.config.ts'];
}
