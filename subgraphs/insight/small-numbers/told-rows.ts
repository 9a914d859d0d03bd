import { groupBy } from '../../../platform/tables/group-by';
import type { CountingContext } from '../context';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import { byDimensions } from '../figures/compare-rows';
import type { Asking } from '../figures/count-asked';
import { keyOfRow } from '../figures/question';
import { type Dimension, FIELDS } from '../figures/stage-dimensions';
import type { Tally } from '../figures/tally';
import { tallyAsked } from '../figures/tally-asked';
import { PARTS, partsOf } from './families';
import type { Key } from './groups';
import { refuseParts, viewOf } from './protected-question';
import { countView, keyIn, readRelease } from './read-release';
import { isTold, type Release } from './release';
import { isProtected } from './rule';
import { canSelect, hasSomething, selects } from './select-rows';
import { sumTallies } from './sum-tallies';

/** What was counted, and what of it is told. */
export interface ToldRows {
  readonly rows: readonly Tally[];
  /** Whether a measure of some of the rows together may be told. */
  readonly areTold: (rows: readonly Tally[], measure: Measure) => boolean;
}

/** What is needed for the figures that were asked for, and what of it the caller is told: all of it where nothing is protected. */
export async function tellAsked(context: CountingContext, asking: Asking): Promise<ToldRows> {
  if (isProtected(context.identity)) {
    const { smallNumbersBelow: below } = context.identity;
    return toldRows(context, { ...asking, below });
  }
  return { rows: await tallyAsked(context, asking), areTold: () => true };
}

/**
 * Rows of figures where numbers below `below` are protected. A figure is told where what it counts is made of whole groups of
 * the release; so whatever anybody works out from some figures is made of such groups too. Throws BAD_USER_INPUT for a
 * question that no release answers.
 */
async function toldRows(
  context: CountingContext,
  { by, asked, checked, below }: Asking & { readonly below: number },
): Promise<ToldRows> {
  const view = viewOf(by, checked.filter);
  refuseParts(checked.filter, { until: checked.at.asAt, view });
  const release = await readRelease(context, { view, checked, below });
  const keyOf = keyIn(view);
  const rowKey = keyOfRow(by);
  // Rows of the release itself are whole.
  const isOwn = canSelect(checked.filter);
  const selected = isOwn
    ? [...release.rows.values()].filter(selects(checked.filter))
    : await countView(context, { view, checked });
  const isShown = hasSomething(asked);
  const found = [...groupBy(selected, rowKey)].filter(([, rows]) => rows.some(isShown));
  const ofRows = new Map(by.length === 0 && found.length === 0 ? [[rowKey({}), []]] : found);
  const keysOf = new Map(
    [...ofRows].map(([key, rows]) => [key, isOwn ? new Set(rows.map(keyOf)) : keysIn(release, rows, keyOf)]),
  );
  return {
    rows: [...ofRows.values()].map((rows) => sumTallies(rows, dimensionsOf(by, rows))).sort(byDimensions(by)),
    areTold(some, measure) {
      const keys = some.map((row) => keysOf.get(rowKey(row)));
      if (keys.includes(null)) return false;
      const all = new Set(keys.flatMap((ofRow) => [...(ofRow ?? [])]));
      return partsOf(measure)?.every((part) => isTold(release, part, all)) ?? false;
    },
  };
}

/** The keys of some rows; null where one is a piece of what the release tells as one, so that it can be told in no way. */
function keysIn(
  release: Release,
  rows: readonly Tally[],
  keyOf: (row: Tally) => Key,
): ReadonlySet<Key> | null {
  const isWhole = (row: Tally) => {
    const whole = release.rows.get(keyOf(row));
    return (
      whole !== undefined &&
      PARTS.every(({ classesOf }) => String(classesOf(row)) === String(classesOf(whole)))
    );
  };
  return rows.every(isWhole) ? new Set(rows.map(keyOf)) : null;
}

const dimensionsOf = (by: readonly Dimension[], [row]: readonly Tally[]) =>
  Object.fromEntries(by.map((dimension) => [FIELDS[dimension], row?.[FIELDS[dimension]] ?? null]));
