import { badInput } from '../../../counting/bad-input';
import { joinedReach, type Reaches } from '../../../counting/reach';
import { ROWS_TO_READ } from '../../../counting/statement';
import { type Day, londonDayOf, toDay } from '../../../domain/calendar/day';
import type { Calendar } from '../../../domain/calendar/working-days';
import type { CountingContext } from '../context';
import { type AsAtDay, checkAsAt, reachUpTo } from '../coverage/as-at';
import { type Recording, reachOfRecords } from '../coverage/coverage';
import type { Rollup } from '../rollups/rollup-tables';
import { lastQuarterEnd } from '../small-numbers/protected-question';
import { isProtected } from '../small-numbers/rule';
import { type CheckedFilter, checkFilter, type MeasureFilter } from './filter';
import type { Question } from './question';
import type { Dimension } from './stage-dimensions';
import { readCalendars } from './stream-calendars';

/** A question that can be answered, and what was recorded of it. */
export interface Checked {
  readonly filter: CheckedFilter;
  readonly at: AsAtDay;
  /** Of what was known on that day. */
  readonly recording: Recording;
  /** The rollups that may be read in place of the facts; none where they are left out. */
  readonly rollups?: readonly Rollup[];
  /** The streams' calendars, where the filter asks how old something is. */
  readonly calendars?: ReadonlyMap<string, Calendar>;
}

/** Checks what figures and lists are asked with. Throws BAD_USER_INPUT that names the argument. */
export async function checkQuestion(
  context: CountingContext,
  { where, asAt }: { where?: MeasureFilter | null | undefined; asAt?: unknown },
): Promise<Checked> {
  const { known, recording, rollups } = await context.reference();
  const filter = checkFilter(where, known, londonDayOf(context.clock.now()));
  const at = isProtected(context.identity)
    ? await lastQuarterOf(context, asAt)
    : await asAtDayOf(context, { asAt, streams: filter.streams });
  const then = at.isCut ? { ...recording, reach: reachUpTo(reachIn(recording), at.asAt) } : recording;
  const calendars = filter.ageBands && (await readCalendars(context.transaction));
  return { filter, at, recording: then, rollups, ...(calendars && { calendars }) };
}

/**
 * Where small numbers are protected, everything is told as at the end of the last quarter that all records reach: of one
 * stream by another day, or of a day of one's own, figures could be taken away from each other. Throws BAD_USER_INPUT.
 */
async function lastQuarterOf(context: CountingContext, asAt: unknown): Promise<AsAtDay> {
  const newest = await newestDayOf(context, null);
  const day = lastQuarterEnd(newest) ?? newest;
  if ((asAt ?? null) === null || asAt === day) return { asAt: day, isCut: true };
  throw badInput('asAt', `is ${day} where small numbers are protected: leave it out.`);
}

/** The newest day that the sources of all the streams asked about reach, today at the latest. */
export async function newestDayOf(context: CountingContext, streams: readonly string[] | null): Promise<Day> {
  return (await asAtDayOf(context, { asAt: null, streams })).asAt;
}

/** The day asked for, or the newest of the streams asked about; of all of them where none is named. */
async function asAtDayOf(
  { reference, clock }: CountingContext,
  { asAt, streams }: { asAt: unknown; streams: readonly string[] | null },
): Promise<AsAtDay> {
  const { recording, asAt: caughtUp } = await reference();
  const asked = streams ?? recording.streams.map(({ stream }) => stream);
  const today = londonDayOf(clock.now());
  return checkAsAt(asAt, { streams: asked, reach: reachIn(recording), caughtUp, today });
}

const reachIn = ({ reach }: Pick<Recording, 'reach'>): Reaches => reach ?? new Map();

/** A checked question by some dimensions. */
export const questionOf = (by: readonly Dimension[], { filter, at, rollups = [] }: Checked): Question => ({
  ...{ by, filter, rollups, limit: ROWS_TO_READ },
  ...at,
});

/** No record of an inherited system speaks of an earlier day. */
const EARLIEST = toDay('1990-01-01');

/** The first day that any of the records of complaints and cases speaks of. */
export const recordedFrom = ({ reach }: Pick<Recording, 'reach'>): Day =>
  joinedReach(reachOfRecords(reach))?.from ?? EARLIEST;
