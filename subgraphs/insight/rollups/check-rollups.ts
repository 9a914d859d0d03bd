import { type Day, toDay } from '../../../domain/calendar/day';
import { monthsOf } from '../../../domain/calendar/months';
import type { SelfCheck } from '../../../platform/server/self-check';
import type { Transaction } from '../../../platform/transaction/transaction';
import { findDrift } from './drift';

/** A start has other things to do. */
const FIRST_AFTER_MILLIS = 30_000;
const EVERY_MILLIS = 10 * 60_000;
const MONTHS_AT_ONCE = 3;
/** A recount reads every fact where no index leads to a day. */
const STATEMENT_TIMEOUT_MILLIS = 60_000;

/**
 * Compares rollups with the facts of some months, which `random` (0 to 1) chooses. What differs is kept, and figures are
 * counted from facts in its stead until it has been made anew. Gives a sentence for each rollup that differs.
 */
async function checkRollups(transaction: Transaction, random: () => number): Promise<readonly string[]> {
  await transaction.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MILLIS}`);
  for (const month of sample(await monthsWithFacts(transaction), random)) {
    for (const { rollup, cells } of await findDrift(transaction, month)) {
      await transaction.query(
        `insert into insight.rollup_drift as known (rollup, cells, found_at) values ($1, $2, now())
         on conflict (rollup) do update set cells = greatest(known.cells, excluded.cells)`,
        [rollup, cells],
      );
    }
  }
  const known = await transaction.query<{ rollup: string; cells: number }>(
    'select rollup, cells from insight.rollup_drift order by rollup',
  );
  return known.map(
    ({ rollup, cells }) =>
      `The rollup ${rollup} differs from the facts (cells of one month: ${cells}): figures are counted from facts. npm run rebuild makes it anew.`,
  );
}

/** The check as a running subgraph makes it. `random` (0 to 1) chooses the months. */
export const rollupCheck = (random: () => number): SelfCheck => ({
  name: 'rollups',
  firstAfterMillis: FIRST_AFTER_MILLIS,
  everyMillis: EVERY_MILLIS,
  run: (transaction) => checkRollups(transaction, random),
});

/** Every month from the first day that facts or rollups speak of to the last. */
async function monthsWithFacts(transaction: Transaction): Promise<readonly Day[]> {
  const [row] = await transaction.query<{ first: string | null; last: string | null }>(
    `select least(min(day), (select min(received_on) from insight.stage_fact)) as first,
       greatest(max(day), (select max(received_on) from insight.stage_fact),
         (select max(answered_on) from insight.stage_fact)) as last
     from insight.open_by_day`,
  );
  if (!row?.first || !row.last) return [];
  return monthsOf({ from: toDay(row.first), to: toDay(row.last) });
}

function sample(months: readonly Day[], random: () => number): readonly Day[] {
  const left = [...months];
  const chosen: Day[] = [];
  while (chosen.length < MONTHS_AT_ONCE && left.length > 0) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}
