import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { joinedReach, type Reach, type Reaches, withHeld } from '../../../counting/reach';
import { addDays, type Day } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import { CALLS, LGSCO, OMBUDSMAN } from './coverage';

/**
 * Where records come from, and of which days it speaks: an inherited system by its files, null while none of them is in
 * effect, or work that is done here, from its first day on without an end.
 */
export interface KnownSource {
  readonly source: string;
  /** Who keeps its records, in lower case. */
  readonly keepers: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  /** ISO text. */
  readonly loadedAt: string | null;
}

/** A source with the day up to which it speaks of every day as it comes, where it is no file but work that is done here. */
export const untilToday = (source: KnownSource, today: Day): KnownSource =>
  isLive(source) ? { ...source, to: source.from > today ? source.from : today } : source;

/** Since when each keeper's complaints are worked on here, by keeper as the schema's enum names it. */
export function liveSince(sources: readonly KnownSource[]): ReadonlyMap<string, Day> {
  const live = sources.flatMap((source) => (isLive(source) ? [source] : []));
  return new Map(live.flatMap(({ keepers, from }) => keepers.map((keeper) => [keeper.toUpperCase(), from])));
}

const isLive = (source: KnownSource): source is KnownSource & { readonly from: Day } =>
  source.from !== null && source.to === null;

/** Of whose records the caller sees any. */
export interface Visible {
  readonly streams: readonly string[];
  readonly cases: boolean;
  readonly lgscoCases: boolean;
  /** From the day of the oldest telephone call to that of the newest; null where there is none. */
  readonly calls: Period | null;
}

/**
 * Of which days each keeper's records speak to a caller. Partners see their own records alone: a keeper of whose records
 * they see none tells them nothing, and that is no 0. Records of a keeper that no known source feeds (what was loaded
 * before sources said how far they reach) have no known end.
 */
export function reachesOf({
  streams,
  sources,
  visible,
  isPartner,
  today,
}: {
  readonly streams: readonly Pick<StreamDescribed, 'stream'>[];
  readonly sources: readonly KnownSource[];
  readonly visible: Visible;
  readonly isPartner: boolean;
  readonly today: Day;
}): Reaches {
  const keepers = [
    ...streams.map(({ stream }) => ({ keeper: stream, isVisible: visible.streams.includes(stream) })),
    { keeper: OMBUDSMAN, isVisible: visible.cases },
    { keeper: LGSCO, isVisible: isPartner ? visible.lgscoCases : visible.cases },
    { keeper: CALLS, isVisible: visible.calls !== null },
  ];
  return new Map(
    keepers.flatMap(({ keeper, isVisible }) => {
      if (isPartner && !isVisible) return [];
      const feeding = sources.filter(({ keepers: fed }) => fed.includes(sourceKeeper(keeper)));
      const reach = reachOfAll(feeding, today) ?? (isVisible ? UNKNOWN : null);
      const held = keeper === CALLS ? visible.calls : null;
      return reach === null ? [] : [[keeper, held ? withHeld(reach, held) : reach] as const];
    }),
  );
}

/** Of all days that the sources of one keeper speak of: between the newest of files and the first of work here there may be none. */
function reachOfAll(feeding: readonly KnownSource[], today: Day): Reach | null {
  const reach = joinedReach(feeding.map((source) => untilToday(source, today)));
  const loaded = joinedReach(feeding.filter((source) => !isLive(source)));
  const since = feeding
    .filter(isLive)
    .map(({ from }) => from)
    .sort()[0];
  if (reach === null || loaded === null || since === undefined) return reach;
  const gap = { from: addDays(loaded.to, 1), to: addDays(since, -1) };
  return gap.from <= gap.to ? { ...reach, gap } : reach;
}

const UNKNOWN: Reach = { from: null, to: null };

const sourceKeeper = (keeper: string): string => (keeper === LGSCO ? OMBUDSMAN : keeper).toLowerCase();

/** What callers are shown of one source and one stream that it feeds; null for the ombudsmen's register. */
export interface SourceReach extends Omit<KnownSource, 'keepers'> {
  readonly stream: string | null;
}

/** Of what figures are made: complaints and ombudsmen's cases, telephone calls, or both. */
export type MadeOf = 'records' | 'calls' | 'both';

/** The sources of figures and lists, by stream: those of whose records the caller may see any. */
export async function sourcesOf(
  reference: () => Promise<{
    readonly sources: readonly KnownSource[];
    readonly recording: { readonly reach?: Reaches };
  }>,
  madeOf: MadeOf = 'records',
): Promise<SourceReach[]> {
  const { sources, recording } = await reference();
  return sources.flatMap(({ keepers, ...source }) =>
    keepers
      .map((keeper) => keeper.toUpperCase())
      .filter((keeper) => recording.reach?.has(keeper) && isOf(madeOf, keeper))
      .map((keeper) => ({ ...source, stream: OF_NO_STREAM.includes(keeper) ? null : keeper })),
  );
}

const OF_NO_STREAM: readonly string[] = [OMBUDSMAN, CALLS];

const isOf = (madeOf: MadeOf, keeper: string): boolean =>
  madeOf === 'both' || (madeOf === 'calls') === (keeper === CALLS);
