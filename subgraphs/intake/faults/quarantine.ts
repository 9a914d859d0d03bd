import { type Page, type PageOf, pageOf, readPage } from '../../../platform/server/paging';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { RunFault } from '../load/types';
import type { QuarantinedRow } from '../tables/rows';
import { Conditions, type ListFilter, type Narrowing, narrow } from './narrowing';

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

/** A page of quarantined rows, and what its `totalCount` is worked out from when somebody asks. */
export interface QuarantinePage extends PageOf<ListedRow> {
  readonly narrowing: Narrowing;
}

interface RowWithRuns extends Omit<ListedRow, 'run' | 'firstMetAt' | 'state'> {
  readonly state: QuarantinedRow['state'];
  readonly first_run_id: number;
  readonly first_line: number;
  readonly last_run_id: number;
  readonly first_met_at: Date;
}

/** Lists quarantined rows as they were first met. Throws BAD_USER_INPUT that names the argument. */
export async function quarantinedRows(
  { transaction }: Pick<OperationContext, 'transaction'>,
  {
    where,
    ...paging
  }: {
    readonly where?: ListFilter | null | undefined;
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
  },
): Promise<QuarantinePage> {
  const page = readPage(paging, { question: ['quarantinedRows', where ?? {}], key: [1, 1, 'id'] });
  const narrowing = await narrow(transaction, where);
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<RowWithRuns>(pageSql(conditions, page), conditions.values);
  const keyOf = ({ first_run_id, first_line, id }: RowWithRuns) => [first_run_id, first_line, id];
  return { narrowing, ...pageOf(page, rows, { keyOf, nodeOf: shown }) };
}

/** How many rows the list of a page has in all. */
export async function quarantineTotal(
  { narrowing }: QuarantinePage,
  { transaction }: Pick<OperationContext, 'transaction'>,
): Promise<number> {
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from intake.quarantined_row where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
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
  const found = new Map(rows.map((row) => [row.id, shown(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

function conditionsOf({ runs, codes, owners, states }: Narrowing): Conditions {
  const conditions = new Conditions();
  conditions.isOneOf('first_run_id', runs, 'bigint');
  conditions.isOneOf('owner', owners, 'text');
  conditions.isOneOf('state', states, 'text');
  if (codes !== null) {
    const listed = conditions.bind(codes, 'text[]');
    conditions.add(
      `exists (select from jsonb_array_elements(reasons) as reason where reason ->> 'code' = any(${listed}))`,
    );
  }
  return conditions;
}

function pageSql(conditions: Conditions, { size, after }: Page): string {
  if (after !== null) {
    const [run, line, id] = after;
    conditions.add(
      `(first_run_id, first_line, id) > (${conditions.bind(run, 'bigint')}, ${conditions.bind(line, 'int')}, ${conditions.bind(id, 'text')})`,
    );
  }
  return withRuns(
    `select id, owner, reasons, state, line, first_run_id, first_line, last_run_id from intake.quarantined_row
     where ${conditions.sql} order by first_run_id, first_line, id limit ${conditions.bind(size + 1, 'int')}`,
  );
}

const withRuns = (rows: string): string => `
  select held.id, held.owner, held.reasons, held.state, held.line, held.first_run_id, held.first_line, held.last_run_id,
    met.started_at as first_met_at, met.source, last.file
  from (${rows}) as held
  join intake.import_run as met on met.id = held.first_run_id
  join intake.import_run as last on last.id = held.last_run_id
  order by held.first_run_id, held.first_line, held.id`;

const shown = ({
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
