import { joinedReach } from '../../../counting/reach';
import { ROWS_TO_READ } from '../../../counting/statement';
import { type Day, londonDayOf, toDay } from '../../../domain/calendar/day';
import type { Context } from '../context';
import { type AsAtDay, checkAsAt, reachUpTo } from '../coverage/as-at';
import type { Recording } from '../coverage/coverage';
import type { Rollup } from '../rollups/rollup-tables';
import { type CheckedFilter, checkFilter, type MeasureFilter } from './filter';
import type { Question } from './question';
import type { Dimension } from './stage-dimensions';

/** A question that can be answered, and what was recorded of it. */
export interface Checked {
  readonly filter: CheckedFilter;
  readonly at: AsAtDay;
  /** Of what was known on that day. */
  readonly recording: Recording;
  /** The rollups that may be read in place of the facts; none where they are left out. */
  readonly rollups?: readonly Rollup[];
}

/** Checks what figures and lists are asked with. Throws BAD_USER_INPUT that names the argument. */
export async function checkQuestion(
  { reference, clock }: Context,
  { where, asAt }: { where?: MeasureFilter | null | undefined; asAt?: unknown },
): Promise<Checked> {
  const { known, recording, rollups, asAt: caughtUp } = await reference();
  const today = londonDayOf(clock.now());
  const filter = checkFilter(where, known, today);
  const reach = recording.reach ?? new Map();
  const streams = filter.streams ?? recording.streams.map(({ stream }) => stream);
  const at = checkAsAt(asAt, { streams, reach, caughtUp, today });
  const then = at.isCut ? { ...recording, reach: reachUpTo(reach, at.asAt) } : recording;
  return { filter, at, recording: then, rollups };
}

/** The newest day that the sources of all the streams asked about reach, today at the latest. */
export async function newestDayOf(
  { reference, clock }: Context,
  streams: readonly string[] | null,
): Promise<Day> {
  const { recording, asAt: caughtUp } = await reference();
  const reach = recording.reach ?? new Map();
  const asked = streams ?? recording.streams.map(({ stream }) => stream);
  return checkAsAt(null, { streams: asked, reach, caughtUp, today: londonDayOf(clock.now()) }).asAt;
}

/** A checked question by some dimensions. */
export const questionOf = (by: readonly Dimension[], { filter, at, rollups = [] }: Checked): Question => ({
  ...{ by, filter, rollups, limit: ROWS_TO_READ },
  ...at,
});

/** No record of an inherited system speaks of an earlier day. */
const EARLIEST = toDay('1990-01-01');

/** The first day that any of the records speaks of. */
export const recordedFrom = ({ reach }: Pick<Recording, 'reach'>): Day =>
  joinedReach([...(reach?.values() ?? [])])?.from ?? EARLIEST;
