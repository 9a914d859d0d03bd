import { Parameters } from '../../../../counting/days-sql';
import type { Transaction } from '../../../../platform/transaction/transaction';
import type { Page } from '../../lists/paging';
import { type CellSides, differingSql } from './cell-sql';
import { changedFacts } from './changed-facts';
import type { Since } from './count-changes';

/** One thing that a cell counts otherwise than it was reported, with what it was and what it is. */
export interface DifferingRow {
  readonly id: string;
  readonly subject: string;
  readonly day: string;
  readonly complaint_id: string | null;
  /** Whether the complaint is there. */
  readonly has_complaint: boolean;
  readonly reference: string | null;
  readonly stage: number | null;
  readonly stream: string | null;
  readonly was_times: number | null;
  readonly now_times: number | null;
  /** The record behind it, or the complaint that an ombudsman's case is of: null where neither was written anew. */
  readonly before: unknown;
  readonly after: unknown;
  readonly changed_at: Date | null;
  /** Whether the record is one that changed itself; else its service was named otherwise. */
  readonly is_changed: boolean;
}

/** Reads a page of what a cell counts otherwise, by day, then id; one row more than the page has. */
export async function readDiffering(
  transaction: Transaction,
  cell: CellSides,
  { since, page }: { readonly since: Since; readonly page: Pick<Page, 'size' | 'after'> },
): Promise<readonly DifferingRow[]> {
  const parameters = new Parameters();
  const changed = changedFacts(since, parameters);
  const differing = differingSql(cell, changed, parameters);
  const { after, size } = page;
  const rest =
    after === null
      ? ''
      : `where (day, id) > (${parameters.bind(after.day, 'date')}, ${parameters.bind(after.id, 'text')})`;
  return transaction.query<DifferingRow>(
    `${changed.with}
     select differing.id, subject, day::text as day, differing.complaint_id, reference, stage, stream, was_times, now_times,
       exists (select from insight.complaint_fact there where there.complaint_id = differing.complaint_id) as has_complaint,
       kept.before, kept.after, kept.last_at as changed_at, kept.relation is not null as is_changed
     from (select * from (${differing}) differing ${rest}
       order by day, id limit ${parameters.bind(size + 1, 'int')}) differing
     left join lateral (
       select * from changed where (relation in ('stage_fact', 'ombudsman_case_fact', 'call_day') and record = differing.record)
         or (relation = 'complaint_fact' and record = differing.complaint_id and differing.stage is null)
       order by relation <> 'complaint_fact' desc limit 1) kept on true
     order by differing.day, differing.id`,
    parameters.values,
  );
}
