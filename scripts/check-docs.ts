import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Every path and npm script that the documents name must exist. */
const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const OURS = /^(src|stack|seeds|scripts|tests|bench|docs|dist|\.ci)\//;
const problems: string[] = [];

for await (const file of glob(['*.md', 'docs/**/*.md'], { cwd: root })) {
  const text = await readFile(join(root, file), 'utf8');
  for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g))
    if (!existsSync(join(root, dirname(file), target))) problems.push(`${file}: no such file ${target}`);
  for (const [, path = ''] of text.matchAll(/`([^`\s]+)`/g))
    if (OURS.test(path) && !/[<>*{}]|^dist\//.test(path) && !existsSync(join(root, path)))
      problems.push(`${file}: no such path ${path}`);
  for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g))
    if (!scripts[name]) problems.push(`${file}: no such script "npm run ${name}"`);
}
if (problems.length > 0) console.error(problems.join('\n'));
else console.log('All paths and scripts named in the documents exist');
process.exitCode = problems.length > 0 ? 1 : 0;
