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
import { countList } from './worklist-counts';

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

/** Lists of what has a day alone. */
const DATED: ReadonlySet<WorklistKind> = new Set(['DUE_SOON', 'OVERDUE']);

/**
 * Index scans, each from its place on, so that no page is dearer than the first: of what has a day, and, where that does not fill
 * the page, of what has none.
 */
function pageSql(
  schema: string,
  asked: WorklistAsked,
  { size, after }: Pick<Page, 'size' | 'after'>,
): [string, unknown[]] {
  const bound = new Conditions();
  const limit = bound.bind(size + 1, 'int');
  const [dueOn = firstDayOf(asked), id = ''] = after ?? [];
  const place = bound.bind(id, 'text');
  const rows = rowsOf(schema, asked, { bound, limit });
  // Ordered by the day too, though it has none: that is the order of the indexes.
  const undated = (begins: string) => rows(`next_due_on is null and complaint_id > ${begins}`);
  if (dueOn === NO_DAY) return [undated(place), bound.values];
  const dated = rows(`(next_due_on, complaint_id) > (${bound.bind(dueOn, 'date')}, ${place})`);
  if (DATED.has(asked.kind)) return [dated, bound.values];
  const both = `with dated as materialized (${dated}) select * from (
    select * from dated union all
    select * from (${undated("''")}) as undated where (select count(*) from dated) < ${limit}) as found`;
  return [`${both} ${IN_ORDER} limit ${limit}`, bound.values];
}

/** Before which a list has nothing: else its index would be read from the longest overdue on, however many those are. */
const firstDayOf = ({ kind, view }: WorklistAsked): string =>
  kind === 'DUE_SOON' ? view.today : '-infinity';

const IN_ORDER = 'order by next_due_on, complaint_id';

/**
 * SQL of the first rows of a list of which something is true. What is of several people, groups or services is read of each
 * by itself, and merged: an index gives the rows of one in their order, and not those of many.
 */
function rowsOf(
  schema: string,
  asked: WorklistAsked,
  { bound, limit }: { readonly bound: Conditions; readonly limit: string },
): (place: string) => string {
  const { table } = liveTables(schema).liveCase;
  const wanted = conditionOf(bound, asked);
  const many = manyOf(asked);
  if (many === null)
    return (place) => `select * from ${table} where ${wanted} and ${place} ${IN_ORDER} limit ${limit}`;
  const each = bound.bind(many.values, 'text[]');
  return (place) => `select of_one.* from unnest(${each}) as one (value) cross join lateral (
    select * from ${table} where ${many.column} = one.value and ${wanted} and ${place} ${IN_ORDER} limit ${limit}) as of_one
    ${IN_ORDER} limit ${limit}`;
}

/** More are read as a whole: each takes a look into the index. */
const MOST_APART = 50;

/** By which column a list is of several, each with an index of its own. */
function manyOf({ kind, view }: WorklistAsked): { column: string; values: readonly string[] } | null {
  const lists: Partial<Record<WorklistKind, { column: string; values: readonly string[] }>> = {
    STANDING_IN: { column: 'assigned_to', values: view.awayPeople },
    MY_GROUPS: { column: 'assigned_group', values: view.groups },
  };
  const many = lists[kind];
  return many !== undefined && many.values.length > 1 && many.values.length <= MOST_APART ? many : null;
}

const conditionOf = (bound: Conditions, { kind, view, filter }: WorklistAsked): string =>
  `${onAnyList(bound, view, filter)} and ${onList(bound, kind, view)}`;
