import { appEnvironment } from './app-environment.ts';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { migrate, migrateAndSeed } from './database.ts';
import { dataFolderOf, ensureStack } from './ensure-stack.ts';
import { scriptProcess } from './script-process.ts';

/** `run <script.ts> [arguments]`: with Node 24 and the packages, nothing else. */
export function runScript({ args, env, signal }: Command): Promise<number> {
  return scriptProcess(args, env, signal);
}

/** `with-stack <script.ts> [arguments]`: with the dev stack and its migrated database, started for it if need be. */
export function runScriptWithStack(command: Command): Promise<number> {
  return runWithStack(command, migrate);
}

/** `with-data <script.ts> [arguments]`: the same, and the database is seeded if it was empty. */
export function runScriptWithData(command: Command): Promise<number> {
  return runWithStack(command, migrateAndSeed);
}

function runWithStack(command: Command, prepareDatabase: typeof migrate): Promise<number> {
  const { args, env, steps, signal } = command;
  return withCleanUp(async (atEnd) => {
    const folder = dataFolderOf('dev');
    const turn = claimStack(folder, { what: `with-stack ${args.join(' ')}` });
    if ('release' in turn) atEnd(turn.release);
    const stack = await ensureStack({ name: 'dev', env, onStep: steps.run, signal });
    // Whoever else holds the stack, such as a running `npm start`, ends it.
    if ('release' in turn) atEnd(stack.stop);
    const scriptEnv = appEnvironment(env, stack, folder);
    await steps.run('Schema', () => prepareDatabase(scriptEnv, signal));
    return scriptProcess(args, scriptEnv, signal);
  });
}
