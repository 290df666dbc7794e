// The entry of every npm script. Plain JavaScript without dependencies, for any Node from 20 on: it sees to it that
// Node 24 is there (the version in .nvmrc, fetched through npm into .runtime/ when needed) and hands over to command.ts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSteps } from './steps.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const node = await findOrFetchNode();
  process.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  handOver(node);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** @param {string} node */
function handOver(node) {
  const child = spawn(node, [join(root, 'stack', 'command.ts'), ...process.argv.slice(2)], {
    cwd: root,
    // The channel tells the child when this process is gone, however it ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  // npm runs us through a shell that does not pass on the signal by which npm itself is ended.
  const parent = process.ppid;
  const orphaned = () => process.env.npm_lifecycle_event && process.ppid !== parent;
  setInterval(() => orphaned() && child.kill('SIGTERM'), 500);
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function findOrFetchNode() {
  const version = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
  if (Number.parseInt(process.versions.node, 10) >= Number.parseInt(version, 10)) return process.execPath;
  const home = join(root, '.runtime', `node-${version}`);
  return (
    workingNode(home, version) ??
    (await createSteps().run(`Node.js ${version}`, async (say) => {
      say(`fetched, because ${process.version} is older`);
      return fetchNode(home, version);
    }))
  );
}

/**
 * The package `node` brings the binary by an install script, which may be forbidden here; the packages named after
 * platforms are the binary. Made aside and renamed, so that an interrupted or a second run does no harm.
 * @param {string} home
 * @param {string} version
 */
async function fetchNode(home, version) {
  const draft = `${home}.${process.pid}`;
  const clear = () => rmSync(draft, { recursive: true, force: true });
  const giveUp = () => process.exit(130);
  process.on('exit', clear);
  for (const signal of SIGNALS) process.on(signal, giveUp);
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  let output = '';
  try {
    for (const name of ['node', `node-${platform}`]) {
      clear();
      mkdirSync(draft, { recursive: true });
      output += await npm(['install', '--prefix', draft, '--no-package-lock', `${name}@${version}`]);
      if (!workingNode(draft, version)) continue;
      if (!workingNode(home, version)) {
        rmSync(home, { recursive: true, force: true });
        renameSync(draft, home);
      }
      return workingNode(home, version) ?? process.execPath;
    }
  } finally {
    clear();
    for (const signal of SIGNALS) process.off(signal, giveUp);
  }
  throw new Error(
    `Node.js ${version} is needed (this is ${process.version}) and could not be fetched with npm for ${platform}.\n` +
      `Install it (https://nodejs.org or \`nvm install\`) and start again.\n\n${output.trim()}`,
  );
}

/**
 * @param {string} home
 * @param {string} version
 */
function workingNode(home, version) {
  const modules = join(home, 'node_modules');
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const places = ['node', `node-${platform}`].map((name) => join(modules, name, 'bin', binary));
  return places.find(
    (file) => existsSync(file) && spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`,
  );
}

/**
 * Runs the npm that started us; its output is only of interest when nothing comes of it.
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function npm(args) {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve) => {
    const child = spawn(cli ? process.execPath : 'npm', [...(cli ? [cli] : []), ...args, ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !cli && process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve(`npm could not be started: ${error.message}\n`));
    const end = () => child.kill();
    process.on('exit', end);
    child.on('close', () => {
      process.off('exit', end);
      resolve(output);
    });
  });
}
