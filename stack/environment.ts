import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The environment with the settings of a .env file added; what the environment sets, even to nothing, wins. */
export function withEnvFile(env: NodeJS.ProcessEnv, file: string): NodeJS.ProcessEnv {
  if (!existsSync(file)) return { ...env };
  return { ...parseEnv(readFileSync(file, 'utf8')), ...env };
}
