import { type Page, type PageOf, pageOf, readPage } from '../../../platform/server/paging';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { FaultRow } from '../tables/rows';
import { Conditions, type ListFilter, type Narrowing, narrow } from './narrowing';

/** A fault with the run that listed it, as the graph shows it. */
export interface ListedFault {
  readonly id: string;
  readonly source: string;
  readonly run: string;
  readonly file: string;
  readonly foundAt: string;
  readonly owner: string | null;
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly action: string;
  readonly state: (typeof STATES)[FaultRow['state']];
}

/** A page of faults, and what its `totalCount` is worked out from when somebody asks. */
export interface FaultPage extends PageOf<ListedFault> {
  readonly narrowing: Narrowing;
}

interface FaultWithRun extends Omit<ListedFault, 'id' | 'run' | 'foundAt' | 'state'> {
  readonly run_id: number;
  readonly place: number;
  readonly state: FaultRow['state'];
  readonly started_at: Date;
}

const STATES = {
  open: 'OPEN',
  mapped: 'MAPPED',
  confirmed: 'CONFIRMED',
  separating: 'SEPARATING',
  separated: 'SEPARATED',
} as const;

/** Lists faults by run, then by their place in it. Throws BAD_USER_INPUT that names the argument. */
export async function faults(
  { transaction }: Pick<OperationContext, 'transaction'>,
  {
    where,
    ...paging
  }: {
    readonly where?: ListFilter | null | undefined;
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
  },
): Promise<FaultPage> {
  const page = readPage(paging, { question: ['faults', where ?? {}], key: [1, 1] });
  const narrowing = await narrow(transaction, where);
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<FaultWithRun>(pageSql(conditions, page), conditions.values);
  return { narrowing, ...pageOf(page, rows, { keyOf: ({ run_id, place }) => [run_id, place], nodeOf }) };
}

const nodeOf = ({ run_id, place, started_at, state, ...fault }: FaultWithRun): ListedFault => ({
  ...fault,
  id: `${run_id}-${place}`,
  run: String(run_id),
  foundAt: started_at.toISOString(),
  state: STATES[state],
});

/** The faults that runs listed of some lines, each line's together, as far as the caller may see them. */
export async function faultsOfLines(
  { transaction }: Pick<OperationContext, 'transaction'>,
  lines: readonly { readonly runId: number; readonly line: number }[],
): Promise<ListedFault[][]> {
  const rows = await transaction.query<FaultWithRun>(
    `${SHOWN} from unnest($1::bigint[], $2::int[]) as asked (run, at)
       join intake.fault on fault.run_id = asked.run and fault.line = asked.at
       join intake.import_run as run on run.id = run_id
     order by run_id, place`,
    [lines.map(({ runId }) => runId), lines.map(({ line }) => line)],
  );
  return lines.map(({ runId, line }) =>
    rows.filter((row) => row.run_id === runId && row.line === line).map(nodeOf),
  );
}

const SHOWN = `
  select run_id, place, run.source, run.file, run.started_at, owner, line, column_name as "column", code, value, action,
    fault.state`;

/** How many faults the list of a page has in all. */
export async function faultTotal(
  { narrowing }: FaultPage,
  { transaction }: Pick<OperationContext, 'transaction'>,
): Promise<number> {
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from intake.fault where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
}

function conditionsOf({ runs, codes, owners, states }: Narrowing): Conditions {
  const conditions = new Conditions();
  conditions.isOneOf('run_id', runs, 'bigint');
  conditions.isOneOf('code', codes, 'text');
  conditions.isOneOf('owner', owners, 'text');
  conditions.isOneOf('state', states, 'text');
  return conditions;
}

/** The page is cut before it is joined: a run is then looked up for its rows alone. */
function pageSql(conditions: Conditions, { size, after }: Page): string {
  if (after !== null) {
    const [run, place] = after;
    conditions.add(`(run_id, place) > (${conditions.bind(run, 'bigint')}, ${conditions.bind(place, 'int')})`);
  }
  return `${SHOWN}
    from (
      select run_id, place, owner, line, column_name, code, value, action, state from intake.fault
      where ${conditions.sql} order by run_id, place limit ${conditions.bind(size + 1, 'int')}) as fault
    join intake.import_run as run on run.id = run_id
    order by run_id, place`;
}
