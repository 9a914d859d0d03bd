import { Conditions } from '../../platform/lists/conditions';
import type { Transaction } from '../../platform/transaction/transaction';
import { TALLIED } from './case-tally';
import {
  narrowedBy,
  onList,
  WORKLISTS,
  type WorklistFilter,
  type WorklistKind,
  type WorklistView,
} from './list-conditions';
import { worklistTables } from './tables';

/** How much of its work somebody, or a group, has. */
export interface AssigneeCount {
  readonly assignedTo: string | null;
  readonly assignedGroup: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** Of whom the counts are, and what they are narrowed by. */
interface Counted {
  readonly view: WorklistView;
  readonly filter: WorklistFilter;
}

/** How many are on each list, by the conditions by which each list is read. */
export async function countLists(
  transaction: Transaction,
  schema: string,
  counted: Counted,
): Promise<{ list: WorklistKind; count: number }[]> {
  const bound = new Conditions();
  const counts = WORKLISTS.map((kind) => `${countOf(bound, kind, counted)} as "${kind}"`);
  const [row] = await transaction.query<Record<WorklistKind, number>>(
    `select ${counts.join(', ')} from ${kinds(bound, schema, counted)}`,
    bound.values,
  );
  return WORKLISTS.map((list) => ({ list, count: row?.[list] ?? 0 }));
}

/** How many are on one list. */
export async function countList(
  transaction: Transaction,
  schema: string,
  { kind, ...counted }: Counted & { readonly kind: WorklistKind },
): Promise<number> {
  const bound = new Conditions();
  const [row] = await transaction.query<{ count: number }>(
    `select ${countOf(bound, kind, counted)} as count from ${kinds(bound, schema, counted)}`,
    bound.values,
  );
  return row?.count ?? 0;
}

const MOST_ASSIGNEES = 500;

/** The same divided by who has it, those with most overdue first: 500 at most. */
export async function countByAssignee(
  transaction: Transaction,
  schema: string,
  counted: Counted,
): Promise<AssigneeCount[]> {
  const bound = new Conditions();
  return transaction.query<AssigneeCount>(
    `select assigned_to as "assignedTo", assigned_group as "assignedGroup", ${countOf(bound, 'ALL_OPEN', counted)} as open,
       ${countOf(bound, 'OVERDUE', counted)} as overdue, ${countOf(bound, 'DUE_SOON', counted)} as "dueSoon"
     from ${kinds(bound, schema, counted)}
     group by 1, 2 having sum(count) > 0 order by overdue desc, open desc, 1, 2 limit ${MOST_ASSIGNEES}`,
    bound.values,
  );
}

const countOf = (bound: Conditions, kind: WorklistKind, { view }: Counted): string =>
  `coalesce(sum(count) filter (where ${onList(bound, kind, view)}), 0)::int`;

/** The kinds of open complaints with how many there are of each, less those that the caller's lists keep from them. */
function kinds(bound: Conditions, schema: string, { view, filter }: Counted): string {
  const columns = TALLIED.join(', ');
  const narrowed = ['true', ...narrowedBy(bound, view, filter)].join(' and ');
  return `(
    select ${columns}, count from ${worklistTables(schema).caseTally.table}
    union all select ${columns}, -1 from "${schema}".cases_kept_from_caller()) as kind where ${narrowed}`;
}
