import { Parameters } from '../../../../counting/days-sql';
import type { Transaction } from '../../../../platform/transaction/transaction';
import { type CellSides, differingSql } from './cell-sql';
import { changedFacts } from './changed-facts';

/** How many of what a cell counts came and went since it was reported. */
export interface CellChanges {
  /** Of a rate and of a distribution: of what it is divided by, or of what it is. */
  readonly gained: number;
  readonly lost: number;
  /** Of a rate's numerator. */
  readonly dividedGained: number;
  readonly dividedLost: number;
  /** Counted then and now, and otherwise: in a rate's numerator or not, answered in more days or fewer. */
  readonly changed: number;
}

export const NO_CHANGES: CellChanges = { gained: 0, lost: 0, dividedGained: 0, dividedLost: 0, changed: 0 };

/** So many cells share a statement: the facts that changed are found once for all of them. */
const CELLS_OF_A_STATEMENT = 40;

/** What changed since a snapshot is looked for with. */
export interface Since {
  readonly snapshot: string;
  readonly movedServices: readonly string[];
}

/** Counts the changes of each cell, in its place. */
export async function countChanges(
  transaction: Transaction,
  cells: readonly CellSides[],
  since: Since,
): Promise<readonly CellChanges[]> {
  const counted: CellChanges[] = [];
  for (let first = 0; first < cells.length; first += CELLS_OF_A_STATEMENT)
    counted.push(...(await countSome(transaction, cells.slice(first, first + CELLS_OF_A_STATEMENT), since)));
  return counted;
}

async function countSome(
  transaction: Transaction,
  cells: readonly CellSides[],
  since: Since,
): Promise<readonly CellChanges[]> {
  const parameters = new Parameters();
  const changed = changedFacts(since, parameters);
  const each = cells.map(
    (cell, place) => `
    select ${place} as place, ${SUMS} from (${differingSql(cell, changed, parameters)}) differing`,
  );
  const rows = await transaction.query<CellChanges & { place: number }>(
    `${changed.with} ${each.join(' union all ')}`,
    parameters.values,
  );
  const found = new Map(rows.map(({ place, ...changes }) => [place, changes]));
  return cells.map((_, place) => found.get(place) ?? NO_CHANGES);
}

const sum = (sql: string, name: string): string => `coalesce(sum(${sql}), 0)::int as "${name}"`;
const more = (one: string, other: string): string =>
  `greatest(coalesce(${one}, 0) - coalesce(${other}, 0), 0)`;

const SUMS = [
  sum(more('now_times', 'was_times'), 'gained'),
  sum(more('was_times', 'now_times'), 'lost'),
  sum(more('now_divided::int', 'was_divided::int'), 'dividedGained'),
  sum(more('was_divided::int', 'now_divided::int'), 'dividedLost'),
  `(count(*) filter (where was_times = now_times))::int as "changed"`,
].join(', ');
