import { Conditions } from '../../../platform/lists/conditions';
import type { ListPage, Narrow } from '../../../platform/lists/list';

/** What a filter may ask that is not kept. */
interface Unkept {
  readonly aboutFrom?: unknown;
  readonly aboutTo?: unknown;
  readonly touchesFigures?: boolean | null | undefined;
}

/** Whether the numbers that are kept tell how many a filter leaves: they know neither days nor what touches figures. */
export function isKept(where: Unkept | null | undefined): boolean {
  const { aboutFrom, aboutTo, touchesFigures } = where ?? {};
  return [aboutFrom, aboutTo, touchesFigures].every((part) => part === null || part === undefined);
}

/** The page, counted from the numbers that are kept where they tell. */
export function countedByTally<Node>(
  page: ListPage<Node>,
  {
    tally,
    where,
    narrow,
  }: {
    readonly tally: 'intake.fault_tally' | 'intake.quarantine_tally';
    readonly where: Unkept | null | undefined;
    readonly narrow: () => Promise<Narrow>;
  },
): ListPage<Node> {
  if (!isKept(where)) return page;
  return {
    ...page,
    async count(transaction) {
      const conditions = new Conditions();
      (await narrow())(conditions);
      const [row] = await transaction.query<{ count: number }>(
        `select coalesce(sum(count), 0)::int as count from ${tally} where ${conditions.sql}`,
        conditions.values,
      );
      return row?.count ?? 0;
    },
  };
}
