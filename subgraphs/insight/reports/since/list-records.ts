import DataLoader from 'dataloader';
import { Parameters } from '../../../../counting/days-sql';
import { groupBy } from '../../../../platform/tables/group-by';
import type { Transaction } from '../../../../platform/transaction/transaction';
import type { Page } from '../../lists/paging';
import { type CellSides, differingSql } from './cell-sql';
import { type ChangedFacts, changedFacts } from './changed-facts';
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

/** A page of what a cell counts otherwise. */
export interface DifferingPage {
  readonly cell: CellSides;
  readonly page: Pick<Page, 'size' | 'after'>;
}

/** So many cells share a statement: the facts that changed are found once for all of them. */
const CELLS_OF_A_STATEMENT = 40;

/** Pages of what cells of one report count otherwise: those that are asked for together are read together. */
export type DifferingLoader = DataLoader<DifferingPage, readonly DifferingRow[]>;

export const differingLoader = (transaction: Transaction, since: Since): DifferingLoader =>
  new DataLoader((asked) => readDiffering(transaction, asked, since), { cache: false });

/** Reads a page of what each cell counts otherwise, by day, then id; one row more than the page has. */
async function readDiffering(
  transaction: Transaction,
  asked: readonly DifferingPage[],
  since: Since,
): Promise<readonly (readonly DifferingRow[])[]> {
  const read: (readonly DifferingRow[])[] = [];
  for (let first = 0; first < asked.length; first += CELLS_OF_A_STATEMENT)
    read.push(...(await readSome(transaction, asked.slice(first, first + CELLS_OF_A_STATEMENT), since)));
  return read;
}

async function readSome(
  transaction: Transaction,
  asked: readonly DifferingPage[],
  since: Since,
): Promise<readonly (readonly DifferingRow[])[]> {
  const parameters = new Parameters();
  const changed = changedFacts(since, parameters);
  const pages = asked.map((each, place) => pageSql(each, { changed, parameters, place }));
  const rows = await transaction.query<DifferingRow & { readonly place: number }>(
    `${changed.with}
     select place, differing.id, subject, day::text as day, differing.complaint_id, reference, stage, stream, was_times, now_times,
       exists (select from insight.complaint_fact there where there.complaint_id = differing.complaint_id) as has_complaint,
       kept.before, kept.after, kept.last_at as changed_at, kept.relation is not null as is_changed
     from (${pages.join(' union all ')}) differing
     left join lateral (
       select * from changed where record = differing.record
           and relation in ('stage_fact', 'ombudsman_case_fact', 'promise_fact', 'call_day')
         or (relation = 'stage_fact' and record = differing.subject)
         or (relation = 'complaint_fact' and record = differing.complaint_id and differing.stage is null)
       order by relation = 'promise_fact' desc, relation <> 'complaint_fact' desc limit 1) kept on true
     order by place, differing.day, differing.id`,
    parameters.values,
  );
  const found = groupBy(rows, ({ place }) => String(place));
  return asked.map((_, place) => found.get(String(place)) ?? []);
}

function pageSql(
  { cell, page: { after, size } }: DifferingPage,
  { changed, parameters, place }: { changed: ChangedFacts; parameters: Parameters; place: number },
): string {
  const rest =
    after === null
      ? ''
      : `where (day, id) > (${parameters.bind(after.day, 'date')}, ${parameters.bind(after.id, 'text')})`;
  return `(select ${place} as place, * from (${differingSql(cell, changed, parameters)}) differing ${rest}
    order by day, id limit ${parameters.bind(size + 1, 'int')})`;
}
