import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type FaultParts, type FaultPlace, faultParts } from './fault-parts';
import { type ListFilter, type Narrowing, narrow } from './narrowing';

/** A fault with the run that listed it, as the graph shows it. */
export interface ListedFault extends FaultParts {
  readonly source: string;
  readonly run: string;
  readonly file: string;
  readonly owner: string | null;
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly action: string;
}

type FaultWithRun = FaultPlace & Omit<ListedFault, 'run' | keyof FaultParts>;

/** Lists faults by run, then by their place in it. Throws BAD_USER_INPUT that names the argument. */
export function faults(
  context: Pick<OperationContext, 'transaction'>,
  { where, ...paging }: PageArguments & { readonly where?: ListFilter | null | undefined },
): Promise<ListPage<ListedFault>> {
  const narrowing = async () => conditionsOf(await narrow(context.transaction, where));
  return readList(context, LIST, { paging, filter: where ?? {}, narrow: narrowing });
}

const conditionsOf =
  ({ runs, codes, owners, states }: Narrowing): Narrow =>
  (conditions) => {
    conditions.isOneOf('run_id', runs, 'bigint');
    conditions.isOneOf('code', codes, 'text');
    conditions.isOneOf('owner', owners, 'text');
    conditions.isOneOf('state', states, 'text');
  };

const nodeOf = ({ run_id, place, started_at, state, ...fault }: FaultWithRun): ListedFault => ({
  ...fault,
  ...faultParts({ run_id, place, started_at, state }),
  run: String(run_id),
});

/** The faults that runs listed of some lines, each line's together, as far as the caller may see them. */
export async function faultsOfLines(
  { transaction }: Pick<OperationContext, 'transaction'>,
  lines: readonly { readonly runId: number; readonly line: number; readonly sheet: string | null }[],
): Promise<ListedFault[][]> {
  const rows = await transaction.query<FaultWithRun>(
    `${SELECTED} from (select distinct * from unnest($1::bigint[], $2::int[])) as requested (run, at)
       join intake.fault on fault.run_id = requested.run and fault.line = requested.at
       join intake.import_run as run on run.id = run_id
     order by run_id, place`,
    [lines.map(({ runId }) => runId), lines.map(({ line }) => line)],
  );
  return lines.map(({ runId, line, sheet }) =>
    rows
      .filter((row) => row.run_id === runId && row.line === line && isOnSheet(row.action, sheet))
      .map(nodeOf),
  );
}

/** The sheets of a workbook have lines of the same numbers: what is done about a fault ends with its sheet. */
const isOnSheet = (action: string, sheet: string | null): boolean =>
  sheet === null || !action.endsWith('".)') || action.endsWith(`(Sheet "${sheet}".)`);

const SELECTED = `
  select run_id, place, run.source, run.file, run.started_at, owner, line, column_name as "column", code, value, action,
    fault.state`;

const LIST: List<FaultWithRun, ListedFault> = {
  field: 'faults',
  table: 'intake.fault',
  order: { run_id: 'bigint', place: 'int' },
  direction: 'asc',
  // The page is cut before it is joined: a run is then looked up for its rows alone.
  select: (rows) => `${SELECTED}
    from (select run_id, place, owner, line, column_name, code, value, action, state from intake.fault ${rows}) as fault
    join intake.import_run as run on run.id = run_id
    order by run_id, place`,
  keyOf: ({ run_id, place }) => [run_id, place],
  nodeOf,
};
