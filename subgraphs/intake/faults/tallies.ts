import { londonDayOf, monthOf } from '../../../domain/calendar/day';
import { Conditions } from '../../../platform/lists/conditions';
import type { Narrow } from '../../../platform/lists/list';
import { badUserInput } from '../../../platform/server/errors';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type FaultFilter, narrowFaults } from './faults';
import type { ListFilter } from './narrowing';
import { narrowQuarantine } from './quarantine';
import { type Cell, type Dimension, type Tally, tallied } from './roll-up';

/** What is counted, and what it is divided by. */
interface Asked<Filter> {
  readonly by: readonly Dimension[];
  readonly where?: Filter | null | undefined;
}

/** The cells that one operation has counted already, so that dividing the same in several ways reads it once. */
export type CountedCells = Map<string, Promise<readonly Cell[]>>;

type Counting = Pick<OperationContext, 'transaction'> & { readonly countedCells: CountedCells };

/** Counts faults. Throws BAD_USER_INPUT that names the argument. */
export async function faultTallies(
  { transaction, countedCells }: Counting,
  { by, where }: Asked<FaultFilter>,
): Promise<Tally[]> {
  const hasWords = by.includes('WORD');
  const counted = once(countedCells, ['faults', where ?? {}, hasWords], async () =>
    cellsOf(transaction, FAULT_CELLS(hasWords), await narrowFaults(transaction, where)),
  );
  return tallied(await counted, by);
}

/** Counts quarantined rows. Throws BAD_USER_INPUT that names the argument. */
export async function quarantineTallies(
  { transaction, countedCells }: Counting,
  { by, where }: Asked<ListFilter>,
): Promise<Tally[]> {
  if (by.includes('WORD')) throw badUserInput('`by` holds WORD: quarantined rows are divided by none.');
  const counted = once(countedCells, ['quarantine', where ?? {}], async () =>
    cellsOf(transaction, QUARANTINE_CELLS, await narrowQuarantine(transaction, where)),
  );
  return tallied(await counted, by);
}

function once(
  counted: CountedCells,
  question: unknown,
  count: () => Promise<readonly Cell[]>,
): Promise<readonly Cell[]> {
  const key = JSON.stringify(question);
  const known = counted.get(key) ?? count();
  counted.set(key, known);
  return known;
}

interface CountedRow {
  readonly run_id: number;
  readonly owner: string | null;
  readonly codes: readonly string[];
  readonly word: string | null;
  readonly is_open: boolean;
  readonly count: number;
}

/** One reading of the table; whatever it is divided by is made of these few sums. */
const FAULT_CELLS = (hasWords: boolean) => (conditions: string) =>
  `
  select run_id, owner, array[code] as codes, ${hasWords ? 'value' : 'null'} as word, state = 'open' as is_open,
    count(*)::int as count
  from intake.fault where ${conditions}
  group by run_id, owner, code, state = 'open'${hasWords ? ', value' : ''}`;

const QUARANTINE_CELLS = (conditions: string) => `
  select first_run_id as run_id, owner, coalesce(codes, '{}') as codes, null as word, state = 'open' as is_open, count(*)::int as count
  from intake.quarantined_row where ${conditions}
  group by first_run_id, owner, codes, state = 'open'`;

async function cellsOf(
  transaction: Transaction,
  select: (conditions: string) => string,
  narrow: Narrow,
): Promise<readonly Cell[]> {
  const conditions = new Conditions();
  narrow(conditions);
  const rows = await transaction.query<CountedRow>(select(conditions.sql), conditions.values);
  const runs = await transaction.query<{ id: number; source: string; started_at: Date }>(
    'select id, source, started_at from intake.import_run where id = any($1)',
    [[...new Set(rows.map(({ run_id }) => run_id))]],
  );
  const known = new Map(
    runs.map(({ id, source, started_at }) => [id, { source, day: londonDayOf(started_at) }]),
  );
  return rows.flatMap(({ run_id, is_open, ...cell }) => {
    const run = known.get(run_id);
    if (run === undefined) return [];
    return [{ ...cell, ...run, month: monthOf(run.day), isOpen: is_open }];
  });
}
