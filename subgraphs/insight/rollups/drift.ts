import type { Day } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import type { Transaction } from '../../../platform/transaction/transaction';
import { recountSql } from './recount-sql';
import { ROLLUPS, type Rollup } from './rollup-tables';

/** A rollup that is not what its facts say, and how many of its cells are not. */
export interface Drift {
  readonly rollup: string;
  readonly cells: number;
}

/** The rollups that differ from a recount of the facts: of all months, or of one, by its first day. None when all is well. */
export async function findDrift(transaction: Transaction, month: Day | null): Promise<readonly Drift[]> {
  const found: Drift[] = [];
  for (const rollup of ROLLUPS) {
    const cells = await differingCells(transaction, { rollup, month });
    if (cells > 0) found.push({ rollup: rollup.name, cells });
  }
  return found;
}

async function differingCells(
  transaction: Transaction,
  { rollup, month }: { rollup: Rollup; month: Day | null },
): Promise<number> {
  const { keys, counts, table } = rollup;
  const bounds = { from: '$1::date', to: '$2::date' };
  const within = month === null ? '' : ` where ${keys[0]} >= ${bounds.from} and ${keys[0]} <= ${bounds.to}`;
  const kept = `select ${[...keys, ...counts].join(', ')} from ${table}${within}`;
  const rows = await transaction.query<{ cells: number }>(
    `with kept as (${kept}), recounted as (${recountSql(rollup, month === null ? null : bounds)})
     select count(*)::int as cells from (
       select distinct ${keys.join(', ')} from (
         (select * from kept except all select * from recounted)
         union all (select * from recounted except all select * from kept)) differing) cells`,
    month === null ? [] : [month, lastDayOfMonth(month)],
  );
  return rows[0]?.cells ?? 0;
}
