import { londonDayOf, monthOf } from '../../../domain/calendar/day';
import { Conditions } from '../../../platform/lists/conditions';
import type { Narrow } from '../../../platform/lists/list';
import { badUserInput } from '../../../platform/server/errors';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type FaultFilter, narrowFaults } from './faults';
import { isKept } from './kept-counts';
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
    cellsOf(transaction, faultCells(where, hasWords), await narrowFaults(transaction, where)),
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
    cellsOf(transaction, quarantineCells(where), await narrowQuarantine(transaction, where)),
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
  readonly codes: readonly string[] | string;
  readonly word: string | null;
  readonly is_open: boolean;
  readonly count: number;
}

/**
 * One reading; whatever it is divided by is made of these few sums. What is kept knows neither days nor words: asked for those
 * the faults themselves are counted.
 */
const faultCells =
  (where: FaultFilter | null | undefined, hasWords: boolean) =>
  (conditions: string): string =>
    `
  select run_id, owner, code as codes, ${hasWords ? 'value' : 'null'} as word, state = 'open' as is_open,
    ${hasWords || !isKept(where) ? 'count(*)::int as count from intake.fault' : 'sum(count)::int as count from intake.fault_tally as fault'}
  where ${conditions}
  group by run_id, owner, code, state = 'open'${hasWords ? ', value' : ''}`;

const quarantineCells =
  (where: ListFilter | null | undefined) =>
  (conditions: string): string =>
    `
  select first_run_id as run_id, owner, coalesce(codes, '{}') as codes, null as word, state = 'open' as is_open,
    ${isKept(where) ? 'sum(count)::int as count from intake.quarantine_tally' : 'count(*)::int as count from intake.quarantined_row'}
  where ${conditions}
  group by first_run_id, owner, codes, state = 'open'`;

async function cellsOf(
  transaction: Transaction,
  select: (conditions: string) => string,
  narrow: Narrow,
): Promise<readonly Cell[]> {
  const conditions = new Conditions();
  narrow(conditions);
  const found = await transaction.query<CountedRow>(select(conditions.sql), conditions.values);
  const rows = found.filter(({ count }) => count > 0);
  const runs = await transaction.query<{ id: number; source: string; started_at: Date }>(
    'select id, source, started_at from intake.import_run where id = any($1)',
    [[...new Set(rows.map(({ run_id }) => run_id))]],
  );
  const known = new Map(
    runs.map(({ id, source, started_at }) => {
      const day = londonDayOf(started_at);
      return [id, { source, day, month: monthOf(day) }];
    }),
  );
  return rows.flatMap(({ run_id, owner, codes, word, is_open, count }) => {
    const run = known.get(run_id);
    if (run === undefined) return [];
    const { source, day, month } = run;
    return [
      {
        source,
        owner,
        codes: typeof codes === 'string' ? [codes] : codes,
        month,
        day,
        word,
        isOpen: is_open,
        count,
      },
    ];
  });
}
