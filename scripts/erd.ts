import { getTableName, is, SQL } from 'drizzle-orm';
import { getTableConfig, MySqlColumn, MySqlTable } from 'drizzle-orm/mysql-core';
import * as schema from '#src/db/schema/index.ts';

type TableConfig = ReturnType<typeof getTableConfig>;

/** The diagrams: each table in one of them. */
const GROUPS: Record<string, string[]> = {
  'Companies and accounts': ['companies', 'users', 'addresses', 'refresh_tokens', 'account_tokens'],
  'Catalogue and places': ['categories', 'subcategories', 'rate_cards', 'rate_card_pincodes', 'pincodes'],
  Providers: ['providers', 'provider_subcategories', 'provider_pincodes', 'provider_services'],
  Bookings: ['bookings', 'booking_items', 'slot_holds', 'refunds'],
  Complaints: ['complaints', 'complaint_updates', 'priority_queue', 'attachments'],
  'Staff and roles': ['staff', 'roles', 'permissions', 'role_permissions', 'staff_sessions', 'staff_activity_log'],
  Conversations: [
    'conversations',
    'turns',
    'messages',
    'message_reactions',
    'handoffs',
    'checkpoints',
    'checkpoint_writes',
    'memories',
  ],
  Platform: ['events', 'idempotency_keys'],
};

/**
 * `docs/erd.md`: the tables with their keys and how they refer to each other, from the schema.
 * @throws Error when a table is in no diagram, or a diagram names a table that is gone
 */
export function erdPage(): string {
  const tables = new Map<string, TableConfig>(
    Object.values<unknown>(schema).flatMap((value) =>
      is(value, MySqlTable) ? [[getTableName(value), getTableConfig(value)]] : [],
    ),
  );
  const drawn = new Set(Object.values(GROUPS).flat());
  const missing = [...tables.keys()].filter((name) => !drawn.has(name));
  if (missing.length > 0) throw new Error(`scripts/erd.ts draws no diagram with ${missing.join(', ')}`);
  const sections = Object.entries(GROUPS).flatMap(([title, names]) => {
    const group = names.map((name) => {
      const table = tables.get(name);
      if (!table) throw new Error(`scripts/erd.ts draws "${name}", which the schema does not have`);
      return table;
    });
    return [`## ${title}`, '', ...diagram(group), '', ...keys(group), ''];
  });
  return [
    '# Tables',
    '',
    `${tables.size} tables. The diagrams show the columns that are part of a key or an index, and enums; PK is the primary key, FK`,
    'refers to another table, UK is unique by itself. A `company_id` refers to `companies`: those lines are left out.',
    'Generated from `src/db/schema` by `npm run generate`.',
    '',
    ...sections,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function diagram(group: readonly TableConfig[]): string[] {
  const entities = group.flatMap((table) => [
    `  ${table.name} {`,
    ...table.columns.filter((column) => isShown(table, column)).map((column) => `    ${attribute(table, column)}`),
    '  }',
  ]);
  const relations = group.flatMap((table) =>
    foreignKeys(table)
      .filter((key) => key.column.name !== 'company_id')
      .map(({ column, parent }) => {
        const one = column.notNull ? '||' : '|o';
        const many = isUnique(table, column) ? 'o|' : 'o{';
        return `  ${parent} ${one}--${many} ${table.name} : ${column.name}`;
      }),
  );
  return ['```mermaid', 'erDiagram', ...entities, ...relations, '```'];
}

function attribute(table: TableConfig, column: MySqlColumn): string {
  const type = /^\w+/.exec(column.getSQLType())?.[0] ?? 'unknown';
  const marks = [
    ...(primaryKey(table).includes(column.name) ? ['PK'] : []),
    ...(foreignKeys(table).some((key) => key.column.name === column.name) ? ['FK'] : []),
    ...(isUnique(table, column) && !column.primary ? ['UK'] : []),
  ];
  const comment = column.enumValues ? ` "${column.enumValues.join(', ')}"` : '';
  return `${type} ${column.name}${marks.length > 0 ? ` ${marks.join(', ')}` : ''}${comment}`;
}

function isShown(table: TableConfig, { name, enumValues }: MySqlColumn): boolean {
  return (
    enumValues !== undefined ||
    primaryKey(table).includes(name) ||
    foreignKeys(table).some((key) => key.column.name === name) ||
    table.indexes.some((index) => namesOf(index).includes(name))
  );
}

/** What finds rows fast, and what cannot be there twice. */
function keys(group: readonly TableConfig[]): string[] {
  const cell = (lists: string[][]) => lists.map((columns) => `\`${columns.join(', ')}\``).join('; ') || '–';
  return [
    '| Table | Primary key | Unique | Indexes |',
    '| --- | --- | --- | --- |',
    ...group.map((table) => {
      const unique = table.indexes.filter((index) => index.config.unique).map(namesOf);
      const others = table.indexes.filter((index) => !index.config.unique).map(namesOf);
      return `| \`${table.name}\` | ${cell([primaryKey(table)])} | ${cell(unique)} | ${cell(others)} |`;
    }),
  ];
}

function primaryKey(table: TableConfig): string[] {
  const [composite] = table.primaryKeys;
  if (composite) return composite.columns.map((column) => column.name);
  return table.columns.filter((column) => column.primary).map((column) => column.name);
}

const isUnique = (table: TableConfig, { name }: MySqlColumn): boolean =>
  [primaryKey(table), ...table.indexes.filter((index) => index.config.unique).map(namesOf)].some(
    (columns) => columns.length === 1 && columns[0] === name,
  );

/** Some columns stand inside an expression, such as `… desc`. */
const namesOf = (index: TableConfig['indexes'][number]): string[] =>
  index.config.columns
    .flatMap((column): unknown[] => (is(column, SQL) ? column.queryChunks : [column]))
    .flatMap((part) => (is(part, MySqlColumn) ? [part.name] : []));

/** All of them name one column. */
const foreignKeys = (table: TableConfig): { column: MySqlColumn; parent: string }[] =>
  table.foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const [column] = columns;
    return column ? [{ column, parent: getTableName(foreignTable) }] : [];
  });
