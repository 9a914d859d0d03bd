import { Conditions } from '../../platform/lists/conditions';
import type { Transaction } from '../../platform/transaction/transaction';
import { liveTables } from '../live/tables';
import {
  onAnyList,
  onList,
  WORKLISTS,
  type WorklistFilter,
  type WorklistKind,
  type WorklistView,
} from './list-conditions';

/** How much of its work somebody, or a group, has. */
export interface AssigneeCount {
  readonly assignedTo: string | null;
  readonly assignedGroup: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** How many are on each list, by the conditions by which each list is read. */
export async function countLists(
  transaction: Transaction,
  schema: string,
  { view, filter }: { readonly view: WorklistView; readonly filter: WorklistFilter },
): Promise<{ list: WorklistKind; count: number }[]> {
  const bound = new Conditions();
  const counts = WORKLISTS.map(
    (kind) => `count(*) filter (where ${onList(bound, kind, view)})::int as "${kind}"`,
  );
  const [row] = await transaction.query<Record<WorklistKind, number>>(
    `select ${counts.join(', ')} from ${liveTables(schema).liveCase.table} where ${onAnyList(bound, view, filter)}`,
    bound.values,
  );
  return WORKLISTS.map((list) => ({ list, count: row?.[list] ?? 0 }));
}

const MOST_ASSIGNEES = 500;

/** The same divided by who has it, those with most overdue first: 500 at most. */
export async function countByAssignee(
  transaction: Transaction,
  schema: string,
  { view, filter }: { readonly view: WorklistView; readonly filter: WorklistFilter },
): Promise<AssigneeCount[]> {
  const bound = new Conditions();
  const count = (kind: WorklistKind) => `count(*) filter (where ${onList(bound, kind, view)})::int`;
  return transaction.query<AssigneeCount>(
    `select assigned_to as "assignedTo", assigned_group as "assignedGroup", count(*)::int as open,
       ${count('OVERDUE')} as overdue, ${count('DUE_SOON')} as "dueSoon"
     from ${liveTables(schema).liveCase.table} where ${onAnyList(bound, view, filter)}
     group by 1, 2 order by overdue desc, open desc, 1, 2 limit ${MOST_ASSIGNEES}`,
    bound.values,
  );
}
