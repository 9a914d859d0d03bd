import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { faultsCounted } from '../../contracts/events/faults-counted';
import { startCluster } from '../../platform/postgres/cluster';
import { connect } from '../../platform/postgres/connect';
import { runProduct } from '../../scripts/testing/running-product';
import { wrongViews } from '../exports/figure-views';
import { type AskFigures, answered } from './figures';
import { settingsOf } from './place';

/** All that an import leaves behind, in a form to compare: tables by name, and every figure. */
export interface StoredState {
  /** For each table its number of rows and a digest of them, whatever their order. */
  readonly tables: Readonly<Record<string, string>>;
  /** The rows of the source's figures by every dimension that matters, as JSON. */
  readonly figures: readonly string[];
  /** What is wrong with the views of figures, which say themselves whether they are current. */
  readonly views: readonly string[];
}

/** Numbers that an interrupted run uses up, and moments. What they stand for is compared all the same. */
const NOT_COMPARED = [
  'run_id',
  'first_run_id',
  'last_run_id',
  'replaced_by_run_id',
  'xid',
  'at',
  'caught_up_at',
  'changed_at',
  'gone_at',
];
/**
 * Followers' places, identities of events and the newest changes are numbers of the same kind. Likely duplicates are found
 * after an import, whenever a product is there, by hashes with a salt of each database's own. Audit logs are sealed every few
 * moments of a product that runs. Partners are told of a case as often as it was published. What callers may ask is of seconds.
 * Figures of views are counted by a product that runs, a moment later: `views` says whether they are right. So are open faults,
 * each time that their number is another: how often depends on when it looked.
 */
const TABLES_NOT_COMPARED = [
  'follower_place',
  'change',
  'duplicate_search',
  'matter',
  'likely_duplicate',
  'audit_seal',
  'partner_event',
  'caller_allowance',
  'figure_set',
  'figure_row',
  'told_faults',
  'open_fault',
];
const MORE_NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  outbox: ['id'],
  fault_tally: ['id'],
  quarantine_tally: ['id'],
  import_run: ['id', 'started_at', 'ended_at'],
  agreement: ['made_at'],
};
/** The ledger tells of the interrupted run too, which has to be closed: one still open would be compared. */
const ROWS_COMPARED: Readonly<Record<string, string>> = {
  import_run: `state <> 'interrupted'`,
  outbox: `kind <> '${faultsCounted.kind}'`,
};

/** Starts the product on a data directory and reads all that is stored, then stops it, the database included. */
export async function readStoredState(
  directory: string,
  { figures }: { figures: AskFigures },
): Promise<StoredState> {
  const product = await runProduct(settingsOf(directory));
  try {
    return {
      views: await wrongViews(product),
      figures: await figures(async (query, variables) =>
        answered(await product.ask('analyst', query, variables)),
      ),
      tables: await asSuperuser(directory, readTables),
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
  const rows: { row: string }[] = await database.query(
    `select (to_jsonb(held) - $1::text[])::text as row from "${schema}"."${name}" held
     where ${ROWS_COMPARED[name] ?? 'true'}`,
    [[...NOT_COMPARED, ...(MORE_NOT_COMPARED[name] ?? [])]],
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
  return [
    ...found.views,
    ...ofTables,
    ...someOf(without(expected.figures, found.figures).map((row) => `these figures are missing: ${row}`)),
    ...someOf(
      without(found.figures, expected.figures).map((row) => `these figures are not as undisturbed: ${row}`),
    ),
  ];
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row));
}

const SHOWN = 3;

const someOf = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN
    ? [...lines]
    : [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more such rows`];
