import DataLoader from 'dataloader';
import {
  type List,
  type ListPage,
  type PageArguments,
  readBeginning,
  readList,
} from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { SOURCE_LOCK } from '../load/source-lock';
import type { ImportRunRow, RunState, RunTallyRow } from '../tables/ledger';

interface Tally {
  readonly name: string;
  readonly count: number;
}

/** A run as the graph shows it. */
export interface ListedRun
  extends Pick<
    ImportRunRow,
    | 'source'
    | 'file'
    | 'sha256'
    | 'refusal'
    | 'read'
    | 'loaded'
    | 'updated'
    | 'copies'
    | 'quarantined'
    | 'vanished'
  > {
  readonly id: string;
  readonly kind: (typeof KINDS)[ImportRunRow['kind']];
  readonly state: (typeof STATES)[RunState];
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly leftOut: number | null;
  readonly leftOutFor: Tally[] | null;
  readonly faults: Tally[] | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

interface RunWithTallies extends ImportRunRow {
  readonly faults: readonly Tally[];
  readonly left_out_for: readonly Tally[];
}

const tallies = (kind: RunTallyRow['kind']): string => `
  (select coalesce(json_agg(tally order by tally.count desc, tally.name), '[]')
   from intake.run_tally as tally where tally.run_id = run.id and tally.kind = '${kind}')`;

/** An import holds its source's lock while it runs; a run whose lock nobody holds has lost its process. */
const STATE = `
  case when run.state = 'running' and pg_try_advisory_xact_lock_shared(${SOURCE_LOCK('run.source')})
    then 'interrupted' else run.state end as state`;

/** Tallies come with their runs: one query, whatever fields are selected. */
const RUNS = `
  select run.*, ${STATE}, ${tallies('fault')} as faults, ${tallies('left_out')} as left_out_for
  from intake.import_run as run`;

const LIST: List<RunWithTallies, ListedRun> = {
  field: 'importsConnection',
  table: 'intake.import_run as run',
  order: { 'run.id': 'bigint' },
  direction: 'desc',
  select: (rows) => `${RUNS} ${rows}`,
  keyOf: ({ id }) => [id],
  nodeOf: asImportRun,
};

type Reader = Pick<OperationContext, 'transaction'>;

/** The newest imports. Throws BAD_USER_INPUT for more than there may be at once. */
export const newestImports = (context: Reader, first: number | null | undefined): Promise<ListedRun[]> =>
  readBeginning(context, LIST, first);

/** All imports page by page, the newest first. Throws BAD_USER_INPUT that names the argument. */
export const importsConnection = (context: Reader, paging: PageArguments): Promise<ListPage<ListedRun>> =>
  readList(context, LIST, { paging });

/** The imports with these numbers, the oldest first. */
export async function importRunsOf(transaction: Transaction, ids: readonly number[]): Promise<ListedRun[]> {
  if (ids.length === 0) return [];
  const rows = await transaction.query<RunWithTallies>(`${RUNS} where run.id = any($1) order by run.id`, [
    ids,
  ]);
  return rows.map(asImportRun);
}

/** Reads the imports of one operation together. */
export const runLoader = ({ transaction }: OperationContext): DataLoader<number, ListedRun | null> =>
  new DataLoader(async (ids) => {
    const found = new Map((await importRunsOf(transaction, ids)).map((run) => [run.id, run]));
    return ids.map((id) => found.get(String(id)) ?? null);
  });

const STATES = {
  running: 'RUNNING',
  loaded: 'LOADED',
  refused: 'REFUSED',
  failed: 'FAILED',
  interrupted: 'INTERRUPTED',
  undoing: 'UNDOING',
  undone: 'UNDONE',
} as const;

const KINDS = { file: 'FILE', correction: 'CORRECTION' } as const;

function asImportRun(row: RunWithTallies): ListedRun {
  const { id, source, file, sha256, refusal, read, loaded, updated, copies, quarantined, vanished } = row;
  const tallied = row.read !== null;
  return {
    ...{ source, file, sha256, refusal, read, loaded, updated, copies, quarantined, vanished },
    id: String(id),
    kind: KINDS[row.kind],
    state: STATES[row.state],
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    leftOut: row.left_out,
    leftOutFor: tallied ? [...row.left_out_for] : null,
    faults: tallied ? [...row.faults] : null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
  };
}
