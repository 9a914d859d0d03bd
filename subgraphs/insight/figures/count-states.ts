import { Parameters } from '../../../counting/days-sql';
import type { Dimensions } from '../../../counting/dimensions';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Day } from '../../../domain/calendar/day';
import type { Transaction } from '../../../platform/transaction/transaction';
import { asAtSql } from './count-facts';
import { partsSql } from './filter-sql';
import { openCells } from './open-cells';
import { openStages } from './open-stages';
import { type DimensionValues, dimensionsOf, keyOfRow, type Question, withoutTime } from './question';
import { changesFor } from './rollup-plan';
import { DIMENSIONS, type Dimension, nameJoins } from './stage-dimensions';
import type { StateDay } from './state-days';

/** What waits, for one combination. */
export interface StateRow extends DimensionValues {
  readonly open: number;
  readonly overdue: number;
}

/** What changed between one of the days asked for and the one before it; `place` is the day's, from 0. */
interface Change extends DimensionValues {
  readonly place: number;
  readonly open: number;
  readonly overdue: number;
}

/**
 * What was open, and overdue, on each of the days: a row for each combination of dimensions that has any, with the
 * period's own beside each day. In one statement that reads each stage once, however many days are asked for.
 */
export async function countStates(
  transaction: Transaction,
  question: Question,
  days: readonly StateDay[],
): Promise<readonly StateRow[]> {
  const by = withoutTime(question.by);
  const thresholds = [...new Set(days.map(({ day }) => day))].sort();
  if (thresholds.length === 0) return [];
  const changes = await readChanges(transaction, { ...question, by }, thresholds);
  const groups = new Map<string, Waiting>();
  const keyOf = keyOfRow(by);
  for (const change of changes) {
    const { place, open, overdue } = change;
    const key = keyOf(change);
    const group = groups.get(key) ?? {
      values: dimensionsOf(change),
      changes: thresholds.map(() => ({ open: 0, overdue: 0 })),
    };
    group.changes[place] = { open, overdue };
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ values, changes: each }) => {
    const standing = summedUp(each);
    return days.flatMap(({ day, period }) => {
      const { open, overdue } = standing[thresholds.indexOf(day)] ?? NOTHING;
      return open === 0 ? [] : [Object.assign(dimensionsOf(values), period, { open, overdue })];
    });
  });
}

interface Standing {
  readonly open: number;
  readonly overdue: number;
}

const NOTHING: Standing = { open: 0, overdue: 0 };

/** One combination with what changed on each of the days. */
interface Waiting {
  readonly values: DimensionValues;
  readonly changes: Standing[];
}

/** What stood on each day: all that changed up to it. */
function summedUp(changes: readonly Standing[]): readonly Standing[] {
  let standing = NOTHING;
  return changes.map(({ open, overdue }) => {
    standing = { open: standing.open + open, overdue: standing.overdue + overdue };
    return standing;
  });
}

function readChanges(
  transaction: Transaction,
  question: Question,
  thresholds: readonly Day[],
): Promise<readonly Change[]> {
  const parameters = new Parameters();
  const { by, filter } = question;
  const parts = partsSql(filter, parameters);
  const asAt = asAtSql(question, parameters).day();
  const plan = changesFor(question, thresholds);
  const dimensions = withPlace(parameters.bind(thresholds, 'date[]'));
  const last = parameters.bind(thresholds.at(-1), 'date');
  return transaction.query<Change>(
    figuresSql({
      by: [...by, 'PLACE'],
      dimensions,
      figures: ['open', 'overdue'].map((name) => `sum(event.${name})::int as ${name}`),
      counted: countedSql({
        ...{ by: [...by, 'PLACE'] as const, dimensions, day: 'null' },
        table: plan === null ? openStages({ asAt, where: parts }) : openCells(plan, { asAt, parameters }),
        where: [`changed_on <= ${last}`, ...(plan === null ? [] : parts)].join(' and '),
        counts: ['open', 'overdue'].map((name) => `sum(${name}) as ${name}`),
      }),
      joins: nameJoins(by),
      limit: 'all',
    }),
    parameters.values,
    { isRepeated: plan !== null },
  );
}

/** With the place of the first of the days (SQL of an array in order) on which a change shows: none before its own does. */
const withPlace = (days: string): Dimensions<Dimension | 'PLACE'> => ({
  ...DIMENSIONS,
  PLACE: { name: 'place', from: ['changed_on'], value: `width_bucket(event.changed_on - 1, ${days})` },
});
