import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type FaultParts, type FaultPlace, faultParts } from './fault-parts';
import { countedByTally } from './kept-counts';
import { type ListFilter, type Narrowing, narrow, narrowToDays } from './narrowing';

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
  readonly replacedById: number | null;
}

type FaultWithRun = FaultPlace &
  Omit<ListedFault, 'run' | 'replacedById' | keyof FaultParts> & {
    readonly replaced_by_run_id: number | null;
  };

/** What faults can be narrowed by beside what quarantined rows can. */
export interface FaultFilter extends ListFilter {
  readonly touchesFigures?: boolean | null | undefined;
}

/** Lists faults by run, then by their place in it. Throws BAD_USER_INPUT that names the argument. */
export async function faults(
  context: Pick<OperationContext, 'transaction'>,
  { where, ...paging }: PageArguments & { readonly where?: FaultFilter | null | undefined },
): Promise<ListPage<ListedFault>> {
  let narrowed: Promise<Narrow> | null = null;
  const narrow = () => {
    narrowed ??= narrowFaults(context.transaction, where);
    return narrowed;
  };
  const page = await readList(context, LIST, { paging, filter: where ?? {}, narrow });
  return countedByTally(page, { tally: 'intake.fault_tally', where, narrow });
}

/** What a filter of faults leaves. Throws BAD_USER_INPUT that names what cannot be read. */
export async function narrowFaults(
  transaction: Transaction,
  where: FaultFilter | null | undefined,
): Promise<Narrow> {
  const narrowed = await narrow(transaction, where);
  const unseen = isGiven(where?.touchesFigures) ? await unseenRuns(transaction) : [];
  return (conditions) => {
    const { runs, codes, owners, states, about }: Narrowing = narrowed;
    conditions.isOneOf('run_id', runs, 'bigint');
    conditions.isOneOf('code', codes, 'text');
    conditions.isOneOf('owner', owners, 'text');
    conditions.isOneOf('state', states, 'text');
    narrowToDays(conditions, about, 'run_id');
    const touches = where?.touchesFigures ?? null;
    if (touches === null) return;
    const condition = touching(conditions.bind(unseen, 'bigint[]'));
    conditions.add(touches ? condition : `not ${condition}`);
  };
}

const isGiven = (value: boolean | null | undefined): boolean => value !== null && value !== undefined;

/** The runs that hold rows of which an officer may see the faults and not the rows: those of an ombudsman's cases. */
async function unseenRuns(transaction: Transaction): Promise<number[]> {
  const runs = await transaction.query<{ id: number }>(
    `select id from intake.import_run
     where current_setting('scope.role', true) = 'officer'
       and not coalesce(keepers, '{}') <@ coalesce(string_to_array(current_setting('scope.streams', true), ','), '{}')`,
  );
  return runs.map(({ id }) => id);
}

/**
 * Whether a fault touches figures as they stand: its row is the one that its record is held by, a copy of it says something
 * else, or the newest file of its system says that the system holds another number. What a newer row replaced, and what is in
 * quarantine or left out, is in no figure. Looked up fault by fault, the other conditions before it: with `exists` PostgreSQL would
 * read every row that is held.
 */
const touching = (unseen: string): string => `(${TOUCHES_FIGURES}
  or (run_id = any(${unseen}) and intake.holds_line(fault.run_id, fault.line)))`;

/** The same for whoever sees every row that is held. */
export const TOUCHES_FIGURES = `(code = 'CONFLICTING_COPY'
  or coalesce((
    select true from intake.held_row as held where held.run_id = fault.run_id and held.line = fault.line limit 1), false)
  or (code = 'CONTROL_TOTAL_MISMATCH' and state <> 'replaced'))`;

const nodeOf = ({
  run_id,
  place,
  started_at,
  state,
  replaced_by_run_id,
  ...fault
}: FaultWithRun): ListedFault => ({
  ...fault,
  replacedById: replaced_by_run_id,
  ...faultParts({ run_id, place, started_at, state }),
  run: String(run_id),
});

const FAULT_ID = /^(\d{1,15})-(\d{1,9})$/;

/** A fault by its id; null where there is none that the caller may see. */
export async function faultOf(
  { transaction }: Pick<OperationContext, 'transaction'>,
  id: string,
): Promise<ListedFault | null> {
  const [, run, place] = FAULT_ID.exec(id) ?? [];
  if (run === undefined) return null;
  const [row] = await transaction.query<FaultWithRun>(LIST.select('where run_id = $1 and place = $2'), [
    run,
    place,
  ]);
  return row === undefined ? null : nodeOf(row);
}

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
    fault.state, fault.replaced_by_run_id`;

const LIST: List<FaultWithRun, ListedFault> = {
  field: 'faults',
  table: 'intake.fault',
  order: { run_id: 'bigint', place: 'int' },
  direction: 'asc',
  // The page is cut before it is joined: a run is then looked up for its rows alone.
  select: (rows) => `${SELECTED}
    from (select run_id, place, owner, line, column_name, code, value, action, state, replaced_by_run_id from intake.fault ${rows}) as fault
    join intake.import_run as run on run.id = run_id
    order by run_id, place`,
  keyOf: ({ run_id, place }) => [run_id, place],
  nodeOf,
};
