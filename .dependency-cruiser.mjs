/** The floors of the house: each imports downward only. docs/architecture.md explains them. */
const floor = (name, from, ...forbidden) => ({
  name: `floor-${name}`,
  severity: 'error',
  comment: `${name} may not import from a floor above it, or from a neighbour (docs/architecture.md)`,
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: forbidden, dependencyTypesNot: ['type-only'] },
});
const base = '^src/(config|errors|field-issues|context|log|ids|clock|money|turn|permissions|pagination)\\.ts$';
const [db, language, rag, channels, services, agents, graph, api, web] = [
  'db',
  'language',
  'rag',
  'channels',
  'services',
  'agents',
  'graph',
  'api',
  'web',
].map((folder) => `^src/${folder}/`);
const entries = '^src/(main|deps)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    floor('base', base, '^src/(?!config|errors|field-issues|context|log|ids|clock|money|turn|permissions|pagination)'),
    floor('db', db, language, rag, services, agents, graph, api, web, entries),
    floor('language', language, db, rag, services, agents, graph, api, web, entries),
    floor('rag', rag, db, language, services, agents, graph, api, web, entries),
    floor('channels', channels, db, language, rag, services, agents, graph, api, web, entries),
    floor('services', services, rag, agents, graph, api, web, entries),
    floor('agents', agents, '^src/db/client', graph, api, web, entries),
    floor('graph', graph, '^src/db/queries', rag, api, web, entries),
    floor('api', api, db, agents, web, entries),
    {
      name: 'browser-is-apart',
      severity: 'error',
      from: { path: web },
      to: { path: '^src/(?!web/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'drizzle-only-in-db',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/db/|\\.test\\.ts$' },
      to: { path: 'node_modules/(drizzle-orm|mysql2)' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'tests-stay-out',
      severity: 'error',
      from: { path: '^(src|seeds|stack)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist|^\\.data' },
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
