import { Conditions } from '../../platform/lists/conditions';
import type { ListPage, PageArguments } from '../../platform/lists/list';
import { checkPlace, keyLike, type OrderType } from '../../platform/lists/order';
import { type Page, pageOf, readPage } from '../../platform/server/paging';
import type { Transaction } from '../../platform/transaction/transaction';
import { type LiveCaseRow, liveTables } from '../live/tables';
import {
  onAnyList,
  onList,
  type WorklistFilter,
  type WorklistKind,
  type WorklistView,
} from './list-conditions';

/** The day that is due first, `infinity` where there is none, and the complaint. */
const ORDER: readonly OrderType[] = ['date', 'text'];
const NO_DAY = 'infinity';

/** A list as it is asked for. */
export interface WorklistAsked {
  readonly kind: WorklistKind;
  readonly view: WorklistView;
  readonly filter: WorklistFilter;
  /** What was asked for in words, of which `view` has the day: a cursor is good after midnight too. */
  readonly withinWorkingDays: number;
  readonly paging: PageArguments;
}

/**
 * A page of a worklist: overdue work first, the longest overdue before the rest, then what is due soonest, and what has no day
 * last. A row that stays as it is comes once, whatever is added or goes between two pages. Throws BAD_USER_INPUT for a page that
 * cannot be meant.
 */
export async function readWorklist(
  transaction: Transaction,
  schema: string,
  asked: WorklistAsked,
): Promise<ListPage<LiveCaseRow>> {
  const { kind, withinWorkingDays, filter, paging } = asked;
  const page = readPage(paging, {
    question: [`${schema}Worklist`, kind, withinWorkingDays, filter],
    key: keyLike(ORDER),
  });
  const after = page.after && checkPlace(page.after, ORDER);
  const rows = await transaction.query<LiveCaseRow>(...pageSql(schema, asked, { size: page.size, after }));
  return {
    ...pageOf(page, rows, {
      keyOf: ({ next_due_on: due, complaint_id: id }) => [due ?? NO_DAY, id],
      nodeOf: (row) => row,
    }),
    count: (later) => countList(later, schema, asked),
  };
}

/** Two index scans, of what has a day and of what has none, each from its place on: no page is dearer than the first. */
function pageSql(
  schema: string,
  asked: WorklistAsked,
  { size, after }: Pick<Page, 'size' | 'after'>,
): [string, unknown[]] {
  const bound = new Conditions();
  const wanted = conditionOf(bound, asked);
  const limit = bound.bind(size + 1, 'int');
  const [dueOn = '-infinity', id = ''] = after ?? [];
  const place = bound.bind(id, 'text');
  const from = `select * from ${liveTables(schema).liveCase.table} where ${wanted}`;
  const undated = (begins: string) =>
    `${from} and next_due_on is null and complaint_id > ${begins} order by complaint_id limit ${limit}`;
  if (dueOn === NO_DAY) return [undated(place), bound.values];
  const dated = `${from} and (next_due_on, complaint_id) > (${bound.bind(dueOn, 'date')}, ${place})
    order by next_due_on, complaint_id limit ${limit}`;
  const both = `select * from ((${dated}) union all (${undated("''")})) as found`;
  return [`${both} order by next_due_on, complaint_id limit ${limit}`, bound.values];
}

async function countList(transaction: Transaction, schema: string, asked: WorklistAsked): Promise<number> {
  const bound = new Conditions();
  const [row] = await transaction.query<{ count: number }>(
    `select count(*)::int as count from ${liveTables(schema).liveCase.table} where ${conditionOf(bound, asked)}`,
    bound.values,
  );
  return row?.count ?? 0;
}

const conditionOf = (bound: Conditions, { kind, view, filter }: WorklistAsked): string =>
  `${onAnyList(bound, view, filter)} and ${onList(bound, kind, view)}`;
