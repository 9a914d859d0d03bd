import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { joinedReach, type Reach, type Reaches, withHeld } from '../../../counting/reach';
import type { Day } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import { CALLS, LGSCO, OMBUDSMAN } from './coverage';

/** An inherited system whose files were loaded, and of which days they speak: null while none of them is in effect. */
export interface KnownSource {
  readonly source: string;
  /** Who keeps its records, in lower case. */
  readonly keepers: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  /** ISO text. */
  readonly loadedAt: string | null;
}

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
}: {
  readonly streams: readonly Pick<StreamDescribed, 'stream'>[];
  readonly sources: readonly KnownSource[];
  readonly visible: Visible;
  readonly isPartner: boolean;
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
      const reach = joinedReach(feeding) ?? (isVisible ? UNKNOWN : null);
      const held = keeper === CALLS ? visible.calls : null;
      return reach === null ? [] : [[keeper, held ? withHeld(reach, held) : reach] as const];
    }),
  );
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
