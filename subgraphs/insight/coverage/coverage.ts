import type { OmbudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { type DaySet, financialYearsOf, isEveryDay, joined, rangesOf } from '../../../counting/day-set';
import { isReached, partlyReached, type Reach, type Reaches } from '../../../counting/reach';
import { type Day, FIRST_DAY, LAST_DAY, toDay, yearOf } from '../../../domain/calendar/day';
import { type Period, periodOf } from '../../../domain/calendar/financial-year';
import type { Figure } from '../figures/catalogue/measure-catalogue';
import { PROMISE_COUNTS } from '../figures/catalogue/promise-counts';

/** One line of the team's list of which measures were recorded when. */
export interface CoverageLine {
  readonly stream: string;
  /** As the list names it, for example `escalated_to_stage_2`. */
  readonly measure: string;
  readonly recordedFrom: Day;
  /** Null where it is recorded to this day, and on. */
  readonly recordedTo: Day | null;
  /** 'year': only whole financial years are reliable, because dates were entered at the year's end. */
  readonly granularity: string;
}

/** What is known of what was recorded: the parts that described themselves, and the team's list. */
export interface Recording {
  readonly streams: readonly StreamDescribed[];
  readonly lines: readonly CoverageLine[];
  /** Null while no part keeps the ombudsmen's cases. */
  readonly ombudsmen: OmbudsmanDescribed | null;
  /** What nobody ever recorded, of keepers who record everything else; left out where that is not known. */
  readonly neverRecorded?: NeverRecorded;
  /** Left out where it is not known: then every day is reached. */
  readonly reach?: Reaches;
  /** Since when each keeper's complaints are worked on here: from that day on everything is recorded. */
  readonly liveSince?: ReadonlyMap<string, Day>;
}

/** Kinds of facts of which there is none at all, whatever the day. */
export interface NeverRecorded {
  /** Streams none of whose stages was ever acknowledged. */
  readonly acknowledgements: readonly string[];
  readonly remedies: boolean;
  /** Of a caller who is told nothing of them. */
  readonly promises: boolean;
}

/**
 * What one figure covers. `streams` null covers every stream that described itself, none of them where it is empty (a
 * case of no stream of the council); `stages` null covers all of a stream's.
 */
export interface Cover {
  readonly figure: Figure;
  readonly streams: readonly string[] | null;
  readonly stages: readonly number[] | null;
  readonly days: DaySet;
}

const OF_REMEDIES = ['remediesDue', 'remediesDone', 'remediesDoneInTime'] as const;

const OF_OMBUDSMEN: ReadonlySet<Figure> = new Set<Figure>([
  'referredToOmbudsman',
  'ombudsmanDecided',
  'upheldByOmbudsman',
  ...OF_REMEDIES,
]);

const OF_PROMISES: ReadonlySet<Figure> = new Set<Figure>(
  Object.values(PROMISE_COUNTS).map(({ figure }) => figure),
);

/** Whether a figure counts promises, or answers by their promises. */
export const isOfPromises = (figure: Figure): boolean => OF_PROMISES.has(figure);

const OF_ACKNOWLEDGEMENTS: ReadonlySet<Figure> = new Set<Figure>(['acknowledged', 'acknowledgedInTime']);

/**
 * Whether a figure was recorded for all that it covers: every stream, each of its stages, every day. Where it was
 * not, the figure is null and never 0 (contract, "0 and null"). A measure that the list does not name was recorded
 * throughout; one that it names was recorded on the listed days only; a stream that no part has described, never, nor
 * the ombudsmen's measures while no part keeps their cases.
 */
export function isRecorded({ figure, streams, stages, days }: Cover, recording: Recording): boolean {
  if (OF_OMBUDSMEN.has(figure) && recording.ombudsmen === null) return false;
  if (isNeverRecorded({ figure, streams, days }, recording)) return false;
  if (isOfPromises(figure) && !arePromisesRecorded({ figure, streams, days }, recording)) return false;
  if (recording.reach && !isReached(days, keepersOf({ figure, streams }, recording), recording.reach))
    return false;
  const names = streams ?? recording.streams.map(({ stream }) => stream);
  return names.every((name) => {
    const described = recording.streams.find(({ stream }) => stream === name);
    if (!described) return false;
    const keeper = OF_OMBUDSMEN.has(figure) ? OMBUDSMAN : name;
    const numbers = stages ?? described.stages.map(({ number }) => number);
    return numbers.every((stage) => {
      const lines = recording.lines.filter(
        (line) => line.stream === name && limits(line, { figure, stage, described }),
      );
      return (
        lines.length === 0 || isEveryDay(days) || covers([...lines, ...liveLines(keeper, recording)], days)
      );
    });
  });
}

/** Whether there is no fact of the kind by any of those whose records the figure is made of. */
function isNeverRecorded(
  { figure, streams, days }: Pick<Cover, 'figure' | 'streams' | 'days'>,
  recording: Recording,
): boolean {
  const { acknowledgements, remedies, promises } = recording.neverRecorded ?? NOTHING_MISSED;
  if (OF_ACKNOWLEDGEMENTS.has(figure))
    return keepersOf({ figure, streams }, recording).every(
      (keeper) => acknowledgements.includes(keeper) && !isLiveOn(days, keeper, recording),
    );
  if (isOfPromises(figure)) return promises;
  if (!OF_REMEDIES.some((known) => known === figure)) return false;
  return remedies && !isLiveOn(days, OMBUDSMAN, recording);
}

const NOTHING_MISSED: NeverRecorded = { acknowledgements: [], remedies: false, promises: false };

/** No inherited system recorded what was promised: it is known of work that is done here alone, from its first day on. */
function arePromisesRecorded(
  { figure, streams, days }: Pick<Cover, 'figure' | 'streams' | 'days'>,
  recording: Recording,
): boolean {
  return keepersOf({ figure, streams }, recording).some((keeper) => {
    const since = recording.liveSince?.get(keeper);
    const to = recording.reach?.get(keeper)?.to ?? null;
    if (since === undefined || (to !== null && to < since)) return false;
    const isKnown = recording.reach === undefined || recording.reach.has(keeper);
    return isKnown && isReached(days, [keeper], new Map([[keeper, { from: since, to }]]));
  });
}

/** Whether a keeper's complaints were worked on here on some of the days. */
function isLiveOn(days: DaySet, keeper: string, { liveSince }: Recording): boolean {
  const since = liveSince?.get(keeper);
  return since !== undefined && isReached(days, [keeper], new Map([[keeper, { from: since, to: null }]]));
}

/** From the first live day on everything is recorded, whatever the list says of the system before. */
function liveLines(keeper: string, { liveSince }: Recording): readonly Span[] {
  const since = liveSince?.get(keeper);
  return since === undefined ? [] : [{ recordedFrom: since, recordedTo: null, granularity: 'day' }];
}

/**
 * Whose records a figure is made of. A row of no stream is counted among all of them: it says nothing where nobody's
 * records reach.
 */
export function keepersOf(
  { figure, streams }: Pick<Cover, 'figure' | 'streams'>,
  recording: Pick<Recording, 'streams'>,
): readonly string[] {
  if (figure === 'upheldByOmbudsman') return [LGSCO];
  if (OF_OMBUDSMEN.has(figure)) return [OMBUDSMAN];
  if (figure === 'calls') return [CALLS];
  return streams !== null && streams.length > 0 ? streams : recording.streams.map(({ stream }) => stream);
}

/** The streams whose records end before the days do, of those that a question is about. */
export function partlyRecorded(
  { streams, days }: Pick<Cover, 'streams' | 'days'>,
  { streams: described, reach }: Pick<Recording, 'streams' | 'reach'>,
): readonly string[] {
  return reach ? partlyReached(days, streams ?? described.map(({ stream }) => stream), reach) : [];
}

/** Whether the exports of telephone calls speak of some of the days, and end before they do. */
export const areCallsPartly = ({ days }: Pick<Cover, 'days'>, { reach }: Pick<Recording, 'reach'>): boolean =>
  reach !== undefined && partlyReached(days, [CALLS], reach).length > 0;

/** Of which days the records of complaints and of ombudsmen's cases speak, by keeper: of calls nothing of theirs is told. */
export const reachOfRecords = (reach: Reaches | undefined): readonly Reach[] =>
  [...(reach ?? [])].flatMap(([keeper, each]) => (keeper === CALLS ? [] : [each]));

/** The register of the ombudsmen's cases, and the part of it that is the LGSCO's. */
export const OMBUDSMAN = 'OMBUDSMAN';
export const LGSCO = 'LGSCO';
/** The telephony system's export: of calls alone, which are of no stream. */
export const CALLS = 'CALLS';

/** Whether a line of the list speaks of this figure at this stage. A name that nothing maps to speaks of none. */
function limits(
  line: CoverageLine,
  { figure, stage, described }: { figure: Figure; stage: number; described: StreamDescribed },
): boolean {
  if (line.measure === 'escalated_to_ombudsman') return figure === 'referredToOmbudsman';
  if (line.measure === `direct_to_stage_${stage}`) return figure === 'direct';
  if (line.measure !== `escalated_to_stage_${stage}`) return false;
  return figure === 'escalated' || (figure === 'received' && isOnlyByEscalation(described, stage));
}

const isOnlyByEscalation = (described: StreamDescribed, stage: number): boolean =>
  described.stages.some(({ number, onlyByEscalation }) => number === stage && onlyByEscalation);

type Span = Pick<CoverageLine, 'recordedFrom' | 'recordedTo' | 'granularity'>;

function covers(lines: readonly Span[], days: DaySet): boolean {
  const asked = rangesOf(days, horizonOf(lines, days));
  const recorded = joined(lines.flatMap((line) => recordedRanges(line, asked)));
  return asked.every(({ from, to }) => recorded.some((range) => range.from <= from && to <= range.to));
}

/** The days of `asked` on which the line lets a figure be trusted. */
function recordedRanges(line: Span, asked: readonly Period[]): readonly Period[] {
  const whole = { from: line.recordedFrom, to: line.recordedTo ?? LAST_DAY };
  if (line.granularity !== 'year') return [whole];
  return asked.flatMap((range) =>
    financialYearsOf(range)
      .flatMap((financialYear) => periodOf({ financialYear }) ?? [])
      .filter(({ from, to }) => within({ from, to }, range) && within({ from, to }, whole)),
  );
}

const within = (inner: Period, outer: Period): boolean => outer.from <= inner.from && inner.to <= outer.to;

/**
 * Where endless periods are cut: two financial years before and after everything that lines and conditions name.
 * Further out nothing changes any more, and two whole years hold every quarter.
 */
function horizonOf(lines: readonly Span[], { from, to }: DaySet): Period {
  const named = [from, to, ...lines.flatMap((line) => [line.recordedFrom, line.recordedTo])];
  const years = named.filter((day) => day !== null).map(yearOf);
  const first = Math.min(...years) - 3;
  const last = Math.max(...years) + 3;
  return {
    from: first < yearOf(FIRST_DAY) ? FIRST_DAY : toDay(`${first}-04-01`),
    to: last > yearOf(LAST_DAY) ? LAST_DAY : toDay(`${last}-03-31`),
  };
}
