import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { openApiDocument } from '#src/api/openapi.ts';
import { allRoutes } from '#src/api/routes/all-routes.ts';

// openapi-typescript builds on the compiler's classic interface, which TypeScript 7 has no more.
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'typescript' ? 'typescript-classic' : specifier, context),
});

/** The API's document and the types that openapi-fetch makes a client from, by path, formatted as the house does. */
export async function openApiPages(root: string): Promise<Map<string, string>> {
  const { default: openapiTs, astToString } = await import('openapi-typescript');
  const json = JSON.stringify(openApiDocument(allRoutes));
  const types = astToString(await openapiTs(json));
  const style = JSON.parse(await readFile(join(root, '.oxfmtrc.json'), 'utf8')) as Record<string, unknown>;
  const pages = new Map<string, string>();
  for (const [path, text] of [
    ['docs/openapi.json', json],
    ['tests/api-types.ts', `// Generated from docs/openapi.json by npm run generate.\n\n${types}`],
  ] as const) {
    const { code, errors } = await format(path, text, { ...style, ignorePatterns: [] });
    if (errors.length > 0) throw new Error(`${path} cannot be formatted: ${errors.map((e) => e.message).join('; ')}`);
    pages.set(path, code);
  }
  return pages;
}
