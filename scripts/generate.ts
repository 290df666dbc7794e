import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENTS } from '#src/agents/registry.ts';
import { ConfigSchema } from '#src/config.ts';
import { createGraph } from '#src/graph/graph.ts';
import { erdPage } from './erd.ts';
import { KNOWLEDGE_SECTIONS } from './knowledge-sections.ts';
import { openApiPages } from './openapi.ts';

/**
 * Writes the pages that follow from the code: `docs/env.md`, `docs/graph.mmd`, `docs/erd.md`, `docs/openapi.json` with
 * the types of a client, and the generated sections of the knowledge documents. With `--check` it writes nothing and
 * fails when one of them is out of date.
 */
const root = join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

const pages = new Map<string, string>();
pages.set('docs/env.md', envPage());
pages.set('docs/graph.mmd', (await createGraph(AGENTS).getGraphAsync()).drawMermaid({ withStyles: false }));
pages.set('docs/erd.md', erdPage());
for (const [path, text] of await openApiPages(root)) pages.set(path, text);
for (const file of await readdir(join(root, 'seeds/knowledge'))) {
  if (!file.endsWith('.md')) continue;
  const path = `seeds/knowledge/${file}`;
  pages.set(path, withSections(path, await readFile(join(root, path), 'utf8')));
}

const stale: string[] = [];
for (const [path, text] of pages) {
  const current = await readFile(join(root, path), 'utf8').catch(() => '');
  if (current === text) continue;
  stale.push(path);
  if (!isCheck) await writeFile(join(root, path), text);
}
if (stale.length > 0) console.log(`${isCheck ? 'Out of date' : 'Written'}: ${stale.join(', ')}`);
else console.log(`${pages.size} generated pages are up to date`);
if (isCheck && stale.length > 0) {
  console.error('Run "npm run generate" and commit what it writes.');
  process.exitCode = 1;
}

function withSections(path: string, text: string): string {
  return text.replace(
    /(<!-- generated:([\w-]+) -->\n\n)[\s\S]*?(\n\n<!-- \/generated -->)/g,
    (_, open: string, name: string, close: string) => {
      const section = KNOWLEDGE_SECTIONS[name];
      if (!section) throw new Error(`${path} asks for the unknown section "${name}"`);
      return open + section() + close;
    },
  );
}

function envPage(): string {
  const rows = Object.entries(ConfigSchema.shape).map(([name, schema]) => {
    const fallback = ConfigSchema.shape[name as keyof typeof ConfigSchema.shape].safeParse(undefined);
    const value = fallback.success
      ? fallback.data === undefined
        ? 'not set'
        : `\`${[fallback.data].flat().join(',')}\``
      : '**required**';
    return `| \`${name}\` | ${value} | ${schema.description ?? ''} |`;
  });
  return [
    '# Settings',
    '',
    'Read once at start from the environment; `npm start` also reads a `.env` file. A start with bad values lists all of',
    'them and stops. Generated from `src/config.ts` by `npm run generate`.',
    '',
    '| Name | Default | Meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
