import { EVERY_SCHEMA, KEYRING } from '../../platform/personal-data/every-schema';
import type { KeptBySchema } from '../../platform/personal-data/kept-table';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { siteSchema } from '../../site/schema';
import { loadSubgraphs } from '../../subgraphs/registry';
import { keptProblems, type TextColumn } from './kept-problems';

/** Types that hold no words. Any other may hold somebody's name, whatever is meant for it. */
const WORDLESS = [
  ...['boolean', 'smallint', 'integer', 'bigint', 'numeric', 'double precision', 'real'],
  ...['date', 'timestamp with time zone', 'interval', 'uuid', 'xid8', 'integer[]', 'bigint[]', 'date[]'],
];

describe('what the parts say that they keep', () => {
  const parts = [...loadSubgraphs(), siteSchema];
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase(parts);
  });
  afterAll(() => database?.stop());

  const textColumns = () =>
    database.owner.query<TextColumn[]>(
      `select n.nspname as schema, c.relname as table, a.attname as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and a.attnum > 0 and not a.attisdropped and not format_type(a.atttypid, null) = any ($1)
       order by 1, 2, 3`,
      [WORDLESS],
    );

  /** Tables that schemas have alike are told once, and are there where they are. */
  function told(there: readonly TextColumn[]): KeptBySchema {
    const has = (schema: string, table: string) =>
      there.some((column) => column.schema === schema && column.table === table);
    const alike = (schema: string) => EVERY_SCHEMA.filter(({ table }) => has(schema, table));
    const own = parts.map(({ name, keptData = [] }) => [name, [...keptData, ...alike(name)]] as const);
    return { ...Object.fromEntries(own), keyring: KEYRING };
  }

  it('leaves no column out that can hold words, in any schema', async () => {
    const there = await textColumns();
    expect(there.length).toBeGreaterThan(300);
    expect(keptProblems(there, told(there))).toEqual([]);
  });

  it('is seen to lack a column that somebody adds', async () => {
    await database.owner.query('alter table corporate.account add column planted text');
    await database.owner.query('create table insight.planted (note jsonb)');
    const there = await textColumns();
    await database.owner.query('drop table insight.planted');
    await database.owner.query('alter table corporate.account drop column planted');
    expect(keptProblems(there, told(there))).toEqual([
      'corporate.account.planted is told nowhere: say in kept-data.ts whether it is personal',
      'insight.planted.note is told nowhere: say in kept-data.ts whether it is personal',
    ]);
  });

  it('says of every account that it is personal, whichever stream keeps it', () => {
    const streams = loadSubgraphs().filter((part) =>
      part.tables.some(({ options }) => options.tableName === 'account'),
    );
    expect(streams.length).toBeGreaterThan(3);
    for (const { keptData = [] } of streams)
      expect(keptData.find(({ table }) => table === 'account')?.personal[0]?.columns).toContain('surname');
  });
});
