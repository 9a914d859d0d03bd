import { badUserInput } from '../server/errors';
import { readMoment } from '../server/read-moment';
import type { OperationContext } from '../server/subgraph';
import { type ListPage, type PageArguments, readList } from './list';

/** Something that was listed once, and is not any more. */
export interface Removal {
  readonly id: string;
  readonly removedAt: Date;
}

/** Where a part notes what went. */
export interface RemovalBook {
  /** The field of the graph: its cursors are of no other. */
  readonly field: string;
  /** SQL of what has `id`, and `removed_at` to the millisecond. */
  readonly table: string;
}

/** Which removals, as they are asked for: `since` as the schema's scalar lets it through. */
export interface RemovalArguments extends PageArguments {
  readonly since: unknown;
}

/**
 * Lists what went at a moment or later, in the order in which it went, as far as the caller may read of it. What came back since is
 * none of it, and neither is what went before the moment of it was noted. Throws BAD_USER_INPUT that names the argument.
 */
export function readRemovals(
  context: Pick<OperationContext, 'transaction'>,
  { field, table }: RemovalBook,
  { since, ...paging }: RemovalArguments,
): Promise<ListPage<Removal>> {
  const from = readMoment('since', since);
  if (from === null) throw badUserInput('`since` is missing: say from which moment on.');
  return readList<Removal, Removal>(
    context,
    {
      ...{ field, table, direction: 'asc' },
      order: { removed_at: 'timestamptz', 'id collate "C"': 'text' },
      select: (rows) => `select id, removed_at as "removedAt" from ${table} ${rows}`,
      keyOf: (row) => [row.removedAt.toISOString(), row.id],
      nodeOf: (row) => row,
    },
    {
      ...{ paging, filter: from.toISOString() },
      narrow: () => (conditions) =>
        conditions.add(`removed_at >= ${conditions.bind(from.toISOString(), 'timestamptz')}`),
    },
  );
}
