import type { CountingContext } from '../context';
import { type Asking, countAsked } from './count-asked';
import { KeptAnswers } from './kept-answers';
import { seenBy } from './seen-by';
import type { Tally } from './tally';

/** Longer answers are counted each time, so that what is kept stays small: 20 MB at the most. */
const MOST_ROWS_KEPT = 200;
/** Were facts ever put right by hand, nobody would be told the old answer for longer. */
const KEPT_MILLIS = 60_000;

const answers = new KeptAnswers<readonly Tally[]>({ answers: 200, millis: KEPT_MILLIS });

/**
 * What is needed for the figures that were asked for. While nothing new was projected, callers who see the same rows are
 * given what was counted for one of them.
 */
export async function tallyAsked(context: CountingContext, asking: Asking): Promise<readonly Tally[]> {
  const { transaction, clock, reference } = context;
  const { snapshot } = await reference();
  const key = snapshot === null ? null : keyOf(snapshot, context, asking);
  const now = clock.now().getTime();
  const kept = key === null ? undefined : answers.find(key, now);
  if (kept !== undefined) return kept;
  const counted = await countAsked(transaction, asking);
  if (key !== null && counted.length <= MOST_ROWS_KEPT) answers.keep(key, counted, now);
  return counted;
}

function keyOf(snapshot: string, { identity }: CountingContext, { by, asked, checked }: Asking): string {
  const { filter, at, rollups = [] } = checked;
  // What was read from a rollup that is found to differ is told no longer.
  const read = rollups.map(({ name }) => name);
  return JSON.stringify([snapshot, seenBy(identity), by, filter, at, read, asked.measures]);
}
