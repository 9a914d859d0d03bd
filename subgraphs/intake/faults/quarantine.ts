import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { RunFault } from '../load/types';
import type { QuarantinedRow } from '../tables/rows';
import { countedByTally } from './kept-counts';
import { type ListFilter, narrow, narrowToDays } from './narrowing';

/** A quarantined row as the graph shows it, without what is written in it. */
export interface ListedRow {
  readonly id: string;
  readonly source: string;
  readonly owner: string | null;
  readonly firstMetAt: string;
  readonly run: string;
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly Omit<RunFault, 'line'>[];
  readonly state: (typeof STATES)[QuarantinedRow['state']];
}

const STATES = {
  open: 'OPEN',
  correcting: 'CORRECTING',
  corrected: 'CORRECTED',
  dismissed: 'DISMISSED',
} as const;

interface RowWithRuns extends Omit<ListedRow, 'run' | 'firstMetAt' | 'state'> {
  readonly state: QuarantinedRow['state'];
  readonly first_run_id: number;
  readonly first_line: number;
  readonly last_run_id: number;
  readonly first_met_at: Date;
}

/** Lists quarantined rows in the order in which they were first found. Throws BAD_USER_INPUT that names the argument. */
export async function quarantinedRows(
  context: Pick<OperationContext, 'transaction'>,
  { where, ...paging }: PageArguments & { readonly where?: ListFilter | null | undefined },
): Promise<ListPage<ListedRow>> {
  let narrowed: Promise<Narrow> | null = null;
  const narrow = () => {
    narrowed ??= narrowQuarantine(context.transaction, where);
    return narrowed;
  };
  const page = await readList(context, LIST, { paging, filter: where ?? {}, narrow });
  return countedByTally(page, { tally: 'intake.quarantine_tally', where, narrow });
}

/** What a filter of quarantined rows leaves. Throws BAD_USER_INPUT that names what cannot be read. */
export async function narrowQuarantine(
  transaction: Transaction,
  where: ListFilter | null | undefined,
): Promise<Narrow> {
  const { runs, codes, owners, states, about } = await narrow(transaction, where);
  return (conditions) => {
    conditions.isOneOf('first_run_id', runs, 'bigint');
    conditions.isOneOf('owner', owners, 'text');
    conditions.isOneOf('state', states, 'text');
    narrowToDays(conditions, about, 'last_run_id');
    if (codes === null) return;
    conditions.add(`codes && ${conditions.bind(codes, 'text[]')}`);
  };
}

/** Rows by their ids; null for one that is not there, or not the caller's to see. */
export async function quarantinedRowsOf(
  { transaction }: Pick<OperationContext, 'transaction'>,
  ids: readonly string[],
): Promise<(ListedRow | null)[]> {
  const rows = await transaction.query<RowWithRuns>(
    withRuns('select * from intake.quarantined_row where id = any($1)'),
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, nodeOf(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

const withRuns = (rows: string): string => `
  select held.id, held.owner, held.reasons, held.state, held.line, held.first_run_id, held.first_line, held.last_run_id,
    first.started_at as first_met_at, first.source, last.file
  from (${rows}) as held
  join intake.import_run as first on first.id = held.first_run_id
  join intake.import_run as last on last.id = held.last_run_id
  order by held.first_run_id, held.first_line, held.id`;

const nodeOf = ({
  id,
  source,
  owner,
  first_met_at,
  last_run_id,
  file,
  line,
  reasons,
  state,
}: RowWithRuns): ListedRow => ({
  ...{ id, source, owner, file, line, reasons },
  firstMetAt: first_met_at.toISOString(),
  run: String(last_run_id),
  state: STATES[state],
});

const LIST: List<RowWithRuns, ListedRow> = {
  field: 'quarantinedRows',
  table: 'intake.quarantined_row',
  order: { first_run_id: 'bigint', first_line: 'int', id: 'text' },
  direction: 'asc',
  select: (rows) =>
    withRuns(
      `select id, owner, reasons, state, line, first_run_id, first_line, last_run_id from intake.quarantined_row ${rows}`,
    ),
  keyOf: ({ first_run_id, first_line, id }) => [first_run_id, first_line, id],
  nodeOf,
};
