import { type DaySet, EVERY_DAY, isEveryDay, rangesOf } from '../../../counting/day-set';
import { joinedReach } from '../../../counting/reach';
import { type Day, FIRST_DAY } from '../../../domain/calendar/day';
import { reachUpTo } from '../coverage/as-at';
import { isOfPromises, isRecorded, type Recording, reachOfRecords } from '../coverage/coverage';
import { COUNTS, MEASURES, type Measure } from './catalogue/measure-catalogue';

/** What a value covers: see `Cover`. */
export interface Covered {
  readonly streams: readonly string[] | null;
  readonly stages: readonly number[] | null;
  readonly days: DaySet;
  /** The day as at which it stands. */
  readonly asAt: Day;
}

/** Whether a measure was recorded for all that it covers. One that is worked out from counts was where each of them was. */
export function isMeasureRecorded(measure: Measure, covered: Covered, recording: Recording): boolean {
  const definition = MEASURES[measure];
  if (measure === 'WENT_ON') return isWentOnRecorded(covered, recording);
  if (definition.kind === 'rate') {
    const parts = [...definition.of.numerator, ...definition.of.denominator];
    return parts.every((part) => isMeasureRecorded(part, covered, recording));
  }
  if (definition.kind === 'state')
    return isRecorded({ figure: definition.figure, ...covered }, upTo(covered.asAt, recording));
  const figure = definition.kind === 'distribution' ? COUNTS.ANSWERED.figure : definition.figure;
  // What became of a promise is told as at a day.
  if (isOfPromises(figure)) return isRecorded({ figure, ...covered }, upTo(covered.asAt, recording));
  return isRecorded({ figure, ...covered }, recording);
}

/** A period that begins after the day has no day on which to tell what waits, however far the records of some reach. */
const upTo = (asAt: Day, recording: Recording): Recording => ({
  ...recording,
  ...(recording.reach && { reach: reachUpTo(recording.reach, asAt) }),
});

/**
 * Whether a complaint went on is known where reaching the next stage was recorded on every day from the first of the period
 * to the day as at which it is told.
 */
function isWentOnRecorded(covered: Covered, recording: Recording): boolean {
  const { streams, stages, days, asAt } = covered;
  if (!isRecorded({ figure: COUNTS.ANSWERED.figure, streams, stages, days }, recording)) return false;
  const since = isEveryDay(days)
    ? EVERY_DAY
    : { ...EVERY_DAY, from: firstDayOf(covered, recording), to: asAt };
  return recording.streams
    .filter(({ stream }) => streams?.includes(stream) ?? true)
    .every(({ stream, stages: numbered }) => {
      const next = numbered.map(({ number }) => number).filter((number) => follows(number, stages));
      const cover = { streams: [stream], stages: next, days: since };
      return next.length === 0 || isRecorded({ figure: COUNTS.ESCALATED.figure, ...cover }, recording);
    });
}

const follows = (number: number, stages: readonly number[] | null): boolean =>
  number > 1 && (stages?.includes(number - 1) ?? true);

function firstDayOf({ days, asAt }: Covered, { reach }: Recording): Day {
  const from = joinedReach(reachOfRecords(reach))?.from ?? FIRST_DAY;
  return rangesOf(days, { from: from < asAt ? from : asAt, to: asAt })[0]?.from ?? asAt;
}
