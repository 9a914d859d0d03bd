import { EVERY_DAY } from '../../../counting/day-set';
import type { Day } from '../../../domain/calendar/day';
import { financialYearOf, financialYearsBefore, periodOf } from '../../../domain/calendar/financial-year';
import type { CountingContext } from '../context';
import { askedFor } from '../figures/asked-figures';
import { MEASURE_NAMES } from '../figures/catalogue/measure-catalogue';
import type { Checked } from '../figures/check-question';
import { countAsked } from '../figures/count-asked';
import type { CheckedFilter } from '../figures/filter';
import { KeptAnswers } from '../figures/kept-answers';
import { seenBy } from '../figures/seen-by';
import { FIELDS } from '../figures/stage-dimensions';
import type { Tally } from '../figures/tally';
import { partsOf } from './families';
import { BY_QUARTER, HANDLING, isOverBy, type View } from './protected-question';
import { attributeKey, quarterKey, type Release, releaseAttribute, releaseQuarters } from './release';

/** A view has a row for each service, stage and year at the most; more are never read. */
const MOST_ROWS = 200_000;
/** As long as answers are kept, and so few that they stay small. */
const releases = new KeptAnswers<Release>({ answers: 8, millis: 60_000 });

/** All that can be told. */
const TOLD = askedFor(MEASURE_NAMES.filter((measure) => partsOf(measure) !== null));

/** The smallest things of a view, with the filter of a question, or all of them. */
export const countView = (
  { transaction }: CountingContext,
  { view, checked }: { readonly view: View; readonly checked: Checked },
): Promise<readonly Tally[]> =>
  countAsked(transaction, {
    by: [...HANDLING, ...view.dimensions],
    ...{ asked: TOLD, checked, limit: MOST_ROWS },
  });

/** What tells the rows of a view apart, beside stream, stage and year. */
const pathIn = (view: View) => (row: Tally) =>
  view.dimensions.map((dimension) => String(row[FIELDS[dimension]]));

/** The key of a row of a view. */
export const keyIn = (view: View) => (row: Tally) =>
  view === BY_QUARTER ? quarterKey(row) : attributeKey(row, pathIn(view)(row));

/**
 * What may be told of a view, whatever is asked: worked out from everything that the caller may see, so that no two questions
 * are told by different groups. Kept while nothing new is projected.
 */
export async function readRelease(
  context: CountingContext,
  { view, checked, below }: { readonly view: View; readonly checked: Checked; readonly below: number },
): Promise<Release> {
  const { identity, clock, reference } = context;
  const { snapshot } = await reference();
  const { at, rollups = [] } = checked;
  const read = rollups.map(({ name }) => name);
  const key = JSON.stringify([snapshot, seenBy(identity), below, view.name, at, read]);
  const now = clock.now().getTime();
  const kept = snapshot === null ? undefined : releases.find(key, now);
  if (kept !== undefined) return kept;
  const release = await makeRelease(context, { view, checked, below });
  if (snapshot !== null) releases.keep(key, release, now);
  return release;
}

async function makeRelease(
  context: CountingContext,
  { view, checked, below }: { readonly view: View; readonly checked: Checked; readonly below: number },
): Promise<Release> {
  const { asAt } = checked.at;
  const rule = { below, isOver: isOverBy(asAt) };
  if (view === BY_QUARTER)
    return releaseQuarters(await countView(context, { view, checked: everything(checked, asAt) }), rule);
  const quarters = await readRelease(context, { view: BY_QUARTER, checked, below });
  const rows = await countView(context, { view, checked: everything(checked, lastYearEnd(asAt)) });
  return releaseAttribute(rows, pathIn(view), { quarters, rule });
}

/** The same question of everything up to a day. */
function everything(checked: Checked, to: Day): Checked {
  const filter: CheckedFilter = { streams: null, services: null, stages: null, days: { ...EVERY_DAY, to } };
  return { ...checked, filter };
}

/** The last day of the financial years that are over by a day. */
function lastYearEnd(asAt: Day): Day {
  const year = financialYearOf(asAt);
  const [before = year] = financialYearsBefore({ financialYear: year, count: 1 });
  const over = isOverBy(asAt)(year) ? year : before;
  return periodOf({ financialYear: over })?.to ?? asAt;
}
