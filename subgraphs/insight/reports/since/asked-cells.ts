import { GraphQLError } from 'graphql';
import { londonDayOf } from '../../../../domain/calendar/day';
import { groupBy } from '../../../../platform/tables/group-by';
import type { CountingContext } from '../../context';
import { type Checked, checkQuestion } from '../../figures/check-question';
import { checkFilter } from '../../figures/filter';
import { type ToldValue, valuesOf } from '../../scorecard/figures';
import { type NamesSince, namesThen } from './names-then';
import { filterOf, type ReportedCell } from './reported-cells';

/** A cell as it could be asked then, and as it can be now; null where a name in it is of nothing. */
export interface AskedCell extends ReportedCell {
  readonly was: Checked | null;
  readonly now: Checked | null;
}

/** Checks what a cell asked, by the names of then and by those of now. */
export async function askedCell(
  context: CountingContext,
  cell: ReportedCell,
  names: NamesSince,
): Promise<AskedCell> {
  const where = filterOf(cell.question);
  const { asAt } = cell.question;
  const now = await unlessUnknown(() => checkQuestion(context, { where, asAt }));
  const { known } = await context.reference();
  const today = londonDayOf(context.clock.now());
  const was =
    now &&
    (await unlessUnknown(async () => ({
      ...now,
      filter: checkFilter(where, namesThen(known, names), today),
    })));
  return { ...cell, was: was ?? null, now: now ?? null };
}

/** What a question is once it is checked; null for one that cannot be asked: a name in it is of nothing, or no record reaches its day. */
async function unlessUnknown(check: () => Promise<Checked>): Promise<Checked | null> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

/**
 * What each cell tells now; a cell that was not recorded, or cannot be asked, has nothing. Cells that ask the same of several
 * measures share their statements.
 */
export async function valuesNow(
  context: CountingContext,
  cells: readonly AskedCell[],
): Promise<ReadonlyMap<AskedCell, ToldValue>> {
  const values = new Map<AskedCell, ToldValue>();
  for (const members of groupBy(cells, askedOf).values()) {
    const [first] = members;
    if (!first?.now) continue;
    const measures = [...new Set(members.flatMap(({ measure }) => measure ?? []))];
    const told = await valuesOf(context, measures, first.now);
    for (const cell of members) {
      const value = cell.measure === null ? undefined : told.get(cell.measure);
      if (value !== undefined) values.set(cell, value);
    }
  }
  return values;
}

function askedOf({ question }: AskedCell): string {
  const { measure: _, measureVersion: __, ...rest } = question;
  return JSON.stringify(rest);
}
