import type { Transaction } from '../../../platform/transaction/transaction';

const TALLIES = [
  { table: 'fault_tally', run: 'run_id', parts: 'run_id, owner, code, state' },
  { table: 'quarantine_tally', run: 'first_run_id', parts: 'first_run_id, owner, codes, state' },
];

/**
 * Makes one row of those by which the numbers of a source's faults and quarantined rows have changed: each decision adds two.
 * Only the holder of the source's lock may. What others are adding meanwhile stays beside it.
 */
export async function sumUpTallies(transaction: Transaction, source: string): Promise<void> {
  for (const { table, run, parts } of TALLIES)
    await transaction.query(
      `with several as (
         select distinct ${run} as id from (
           select ${run} from intake.${table}
           where ${run} in (select id from intake.import_run where source = $1)
           group by ${parts} having count(*) > 1) as found),
       gone as (
         delete from intake.${table} where ${run} in (select id from several) returning *)
       insert into intake.${table} (${parts}, count)
       select ${parts}, sum(count) from gone group by ${parts} having sum(count) <> 0`,
      [source],
    );
}
