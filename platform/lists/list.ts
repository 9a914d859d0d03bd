import { badUserInput } from '../server/errors';
import { type Page, type PageOf, type PlaceKey, pageOf, readPage } from '../server/paging';
import type { OperationContext } from '../server/subgraph';
import type { Transaction } from '../transaction/transaction';
import { Conditions } from './conditions';
import { checkPlace, keyLike, type OrderType } from './order';

/** What each list takes besides its filter. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A table that the graph lists page by page. */
export interface List<Row extends object, Node> {
  /** The field of the graph: its cursors are of no other. */
  readonly field: string;
  /** With its alias, where its conditions use one. */
  readonly table: string;
  /** The columns that give the order and identify a row, with their types. */
  readonly order: Readonly<Record<string, OrderType>>;
  readonly direction: 'asc' | 'desc';
  /** The statement that reads a page. `rows` ends a query of the table: conditions, order and limit. */
  select(rows: string): string;
  /** The values of `order`. */
  keyOf(row: Row): PlaceKey;
  nodeOf(row: Row): Node;
}

/** One page, and how many rows its list has in all: counted only when somebody asks. */
export interface ListPage<Node> extends PageOf<Node> {
  count(transaction: Transaction): Promise<number>;
}

/** What resolves a page's `totalCount`: a list is counted when somebody asks for it. */
export const countedWhenAsked = {
  totalCount: (page: ListPage<unknown>, _: object, { transaction }: Pick<OperationContext, 'transaction'>) =>
    page.count(transaction),
};

/** Adds what a list is narrowed by. */
export type Narrow = (conditions: Conditions) => void;

/** Narrows nothing. */
const EVERYTHING: Narrow = () => {};

/**
 * Reads a page of a list. `filter` is the argument that narrows the list, as it came, and `narrow` makes conditions of
 * it; without them the list has everything. Throws BAD_USER_INPUT that names the argument.
 */
export async function readList<Row extends object, Node>(
  { transaction }: Pick<OperationContext, 'transaction'>,
  list: List<Row, Node>,
  {
    paging,
    filter = {},
    narrow = () => EVERYTHING,
  }: {
    readonly paging: PageArguments;
    readonly filter?: unknown;
    readonly narrow?: () => Narrow | Promise<Narrow>;
  },
): Promise<ListPage<Node>> {
  const types = Object.values(list.order);
  const asked = readPage(paging, { question: [list.field, filter], key: keyLike(types) });
  const page = { ...asked, after: asked.after && checkPlace(asked.after, types) };
  const narrowed = await narrow();
  const conditions = new Conditions();
  narrowed(conditions);
  const rows = await transaction.query<Row>(list.select(pageSql(list, conditions, page)), conditions.values);
  return { ...pageOf(page, rows, list), count: (later) => countRows(later, list, narrowed) };
}

const MOST = 200;

/**
 * The beginning of a list, for a field that gives a bare list of it; what follows, a connection beside that field gives.
 * Throws BAD_USER_INPUT for a `first` outside 1 to 200.
 */
export async function readBeginning<Row extends object, Node>(
  context: Pick<OperationContext, 'transaction'>,
  list: List<Row, Node>,
  first: number | null | undefined,
): Promise<Node[]> {
  // GraphQL lets a caller write null where a default stands.
  if (first === null || first === undefined || first < 1 || first > MOST)
    throw badUserInput(`\`first\` is from 1 to ${MOST}.`);
  const { edges } = await readList(context, list, { paging: { first } });
  return edges.map(({ node }) => node);
}

function pageSql(
  { order, direction }: Pick<List<object, unknown>, 'order' | 'direction'>,
  conditions: Conditions,
  { size, after }: Page,
): string {
  const columns = Object.entries(order);
  if (after !== null) {
    const place = columns.map(([, type], index) => conditions.bind(after[index], type));
    const names = columns.map(([name]) => name);
    conditions.add(`(${names.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${place.join(', ')})`);
  }
  const sorted = columns.map(([name]) => `${name} ${direction}`);
  return `where ${conditions.sql} order by ${sorted.join(', ')} limit ${conditions.bind(size + 1, 'int')}`;
}

async function countRows(
  transaction: Transaction,
  { table }: Pick<List<object, unknown>, 'table'>,
  narrow: Narrow,
): Promise<number> {
  const conditions = new Conditions();
  narrow(conditions);
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
}
