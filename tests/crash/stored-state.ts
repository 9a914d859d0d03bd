import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { startCluster } from '../../platform/postgres/cluster';
import { connect } from '../../platform/postgres/connect';
import { runProduct } from '../figures/running-product';
import { settingsOf } from './place';

/** All that an import leaves behind, in a form to compare: tables by name, and every figure. */
export interface StoredState {
  /** For each table its number of rows and a digest of them, whatever their order. */
  readonly tables: Readonly<Record<string, string>>;
  /** The rows of figures by every dimension that matters, as JSON. */
  readonly figures: readonly string[];
}

const DIMENSIONS = ['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER', 'SERVICE', 'OUTCOME'];
const FIGURES = `{ measures(by: [${DIMENSIONS.join(', ')}]) { rows {
  stream stage financialYear quarter service outcome received escalated direct answered answeredInTime closed
} } }`;

/** Numbers that an interrupted run uses up, and moments. What they stand for is compared all the same. */
const NOT_COMPARED = ['run_id', 'first_run_id', 'last_run_id', 'xid', 'at', 'caught_up_at'];
/** The ledger tells of the interrupted run too; followers' places and identities of events are numbers of the same kind. */
const TABLES_NOT_COMPARED = ['import_run', 'follower_place'];
const IDENTITIES_NOT_COMPARED = ['outbox'];

/** Starts the product on a data directory and reads all that is stored, then stops it, the database included. */
export async function readStoredState(directory: string): Promise<StoredState> {
  const product = await runProduct(settingsOf(directory));
  try {
    const { data, errors } = await product.ask<{ measures: { rows: object[] } }>('analyst', FIGURES);
    if (errors) throw new Error(`The figures could not be read: ${errors[0]?.message}`);
    return {
      tables: await asSuperuser(directory, readTables),
      figures: data.measures.rows.map((row) => JSON.stringify(row)),
    };
  } finally {
    await product.stop();
    await product.database.stop();
  }
}

/** Reads the database of a data directory whose server runs, past all row-level security. */
export async function asSuperuser<Result>(
  directory: string,
  read: (database: DataSource) => Promise<Result>,
): Promise<Result> {
  const { superuserUrl } = await startCluster({ directory });
  const url = new URL(superuserUrl);
  url.pathname = '/complaints';
  const database = await connect({ url: url.href, subgraph: { name: 'public', tables: [] }, poolSize: 1 });
  try {
    return await read(database);
  } finally {
    await database.destroy();
  }
}

interface Table {
  readonly schema: string;
  readonly name: string;
}

async function readTables(database: DataSource): Promise<Record<string, string>> {
  const tables: Table[] = await database.query(
    `select schemaname as schema, tablename as name from pg_tables
     where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'public') and tablename <> all($1) order by 1, 2`,
    [TABLES_NOT_COMPARED],
  );
  const states: Record<string, string> = {};
  for (const table of tables) states[`${table.schema}.${table.name}`] = await digestOf(database, table);
  return states;
}

async function digestOf(database: DataSource, { schema, name }: Table): Promise<string> {
  const left = IDENTITIES_NOT_COMPARED.includes(name) ? [...NOT_COMPARED, 'id'] : NOT_COMPARED;
  const rows: { row: string }[] = await database.query(
    `select (to_jsonb(held) - $1::text[])::text as row from "${schema}"."${name}" held`,
    [left],
  );
  const digest = createHash('sha256').update(
    rows
      .map(({ row }) => row)
      .sort()
      .join('\n'),
  );
  return `${rows.length} rows ${digest.digest('hex').slice(0, 16)}`;
}

/** What of `found` is not as in `expected`, in words; nothing where they are the same. */
export function differences(expected: StoredState, found: StoredState): string[] {
  const tables = new Set([...Object.keys(expected.tables), ...Object.keys(found.tables)]);
  const ofTables = [...tables]
    .filter((table) => expected.tables[table] !== found.tables[table])
    .map((table) => `${table}: ${found.tables[table]} instead of ${expected.tables[table]}`);
  const missing = expected.figures.filter((row) => !found.figures.includes(row));
  const added = found.figures.filter((row) => !expected.figures.includes(row));
  return [
    ...ofTables,
    ...someOf(missing.map((row) => `these figures are missing: ${row}`)),
    ...someOf(added.map((row) => `these figures are not as undisturbed: ${row}`)),
  ];
}

const SHOWN = 3;

const someOf = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN
    ? [...lines]
    : [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more such rows`];
