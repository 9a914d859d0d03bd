import { figureSets } from '../../../contracts/figure-sets';
import type { Clock } from '../../../platform/config/clock';
import { codeOf } from '../../../platform/postgres/error-code';
import type { FigureSet } from '../../../platform/records/record-set';
import type { SelfCheck } from '../../../platform/server/self-check';
import { type Transaction, underScope } from '../../../platform/transaction/transaction';
import { STATE } from '../figures/reference';
import { type CountedFigures, countFigures } from './count-figures';

const EVERY_MILLIS = 1_000;
/** While a load goes on, it is counted for one part in so many of the time at the most. */
const PART_OF_TIME = 10;
const AFTER_FAILURE_MILLIS = 60_000;

/** Where a row has another version than this transaction sees: somebody has counted it since that began. */
const CHANGED_SINCE = '40001';

const ANALYST = { subject: 'figure-views', role: 'analyst' };
const PROJECTION = { subject: 'projection', role: 'projection' };

/**
 * Keeps the figures of the SQL views: counts a set anew as soon as what it was counted from has changed, and once after each start, since
 * a new version may count otherwise. Each set is kept whole or not at all, with the state that it was counted from, so that whoever reads
 * it is told whether it is current, also where this process was killed.
 */
export function createFigureKeeping({ partOfTime = PART_OF_TIME } = {}): SelfCheck {
  const paces = new WeakMap<object, Pace>();
  return {
    name: 'figure-views',
    firstAfterMillis: EVERY_MILLIS,
    everyMillis: EVERY_MILLIS,
    isOneSnapshot: true,
    async run(transaction, clock) {
      const { connection } = transaction.manager;
      const pace: Pace = paces.get(connection) ?? { counted: new Set(), notBefore: 0 };
      const began = performance.now();
      if (began < pace.notBefore) return [];
      paces.set(connection, { ...pace, notBefore: began + AFTER_FAILURE_MILLIS });
      const counted = new Set(pace.counted);
      for (const set of figureSets) {
        const isFirst = !counted.has(set.name);
        if (await keepCurrent(transaction, { set, clock, isFirst })) counted.add(set.name);
      }
      paces.set(connection, {
        counted,
        notBefore: performance.now() + partOfTime * (performance.now() - began),
      });
      return [];
    },
  };
}

/** How it goes in one database: two of a process may be in one of their own. */
interface Pace {
  /** What was counted since the start. */
  readonly counted: ReadonlySet<string>;
  readonly notBefore: number;
}

interface Keeping {
  readonly set: FigureSet;
  readonly clock: Clock;
  /** Whether it is counted whatever it was counted from. */
  readonly isFirst: boolean;
}

/**
 * Whoever holds the set's row counts it; a rebuild of the facts waits for that, and makes it out of date. False where there was
 * nothing to count, or somebody else has it in hand.
 */
async function keepCurrent({ manager }: Transaction, { set, clock, isFirst }: Keeping): Promise<boolean> {
  const runner = manager.queryRunner;
  if (runner === undefined) throw new Error('A transaction is on a connection');
  const taken = await take(runner, { name: set.name, isFirst });
  if (taken === null) return false;
  const counted = await underScope(runner, ANALYST, (transaction) =>
    countFigures(transaction, { set, clock }),
  );
  await underScope(runner, PROJECTION, (transaction) =>
    keep(transaction, { ...counted, ...taken, set: set.name }),
  );
  return true;
}

/** Takes a set's row, and gives the state that it is to be counted from; null where it is not to be counted here. */
async function take(
  runner: Parameters<typeof underScope>[0],
  { name, isFirst }: Pick<Keeping, 'isFirst'> & { readonly name: string },
): Promise<Pick<Kept, 'state'> | null> {
  await runner.query('savepoint taking');
  try {
    const [found] = await underScope(runner, PROJECTION, ({ query }) =>
      query<Pick<Kept, 'state'>>(
        `select known.state from insight.figure_set kept, (${STATE}) known
         where kept.name = $1 and ($2 or kept.state is distinct from known.state) for update of kept skip locked`,
        [name, isFirst],
      ),
    );
    return found ?? null;
  } catch (error) {
    if (codeOf(error) !== CHANGED_SINCE) throw error;
    await runner.query('rollback to savepoint taking');
    return null;
  }
}

interface Kept extends CountedFigures {
  readonly set: string;
  readonly state: string;
}

/** Writes what has changed of it. */
async function keep({ query }: Transaction, { set, state, asAt, rows }: Kept): Promise<void> {
  await query(
    `insert into insight.figure_row (figure_set, id, figures)
     select $1, told ->> 'id', told -> 'figures' from jsonb_array_elements($2::jsonb) told
     on conflict (figure_set, id) do update set figures = excluded.figures
     where figure_row.figures is distinct from excluded.figures`,
    [set, JSON.stringify(rows)],
  );
  const ids = rows.map(({ id }) => id);
  await query('delete from insight.figure_row where figure_set = $1 and not id = any ($2::text[])', [
    set,
    ids,
  ]);
  await query(
    'update insight.figure_set set state = $2, as_at = $3, counted_at = clock_timestamp() where name = $1',
    [set, state, asAt],
  );
}
