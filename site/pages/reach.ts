import { londonDayOf } from '../../domain/calendar/day';
import type { Asking, Gateway } from '../gateway/gateway';
import { isPartLost } from '../gateway/part-lost';
import { GatewayRefusal } from '../gateway/refusal';
import { ReachDocument, type ReachQuery } from '../operations/__generated__/operations';
import { askFilterNames, type FilterNames } from './filter-names';
import type { PageMakers } from './page-makers';

/** What every page of figures has to know first. */
export interface Reach {
  /** The newest day that the records of all streams reach; where one sees none of a stream, that of the ombudsmen's cases. */
  readonly asAt: string;
  /** Whether one sees records of any stream: a partner may see ombudsmen's cases alone. */
  readonly hasStages: boolean;
  readonly sources: NonNullable<ReachQuery['reach']>['sources'];
  /** How small numbers are protected from whoever looks, in words; null where they are told. */
  readonly rule: string | null;
  /** Whether nobody could say now: then it is what was last told, without sources and as at today where nothing ever was. */
  readonly isLost: boolean;
}

/** How far the records reach, and what a filter can name. */
export interface ReachWithNames extends Reach, FilterNames {}

export type ReachMakers = Pick<PageMakers, 'gateway' | 'clock'>;

/** How much of a page's time it has: the rest is left to the parts that do answer. */
const SHARE = 0.75;

/** What each audience was told last. There are few: the council, and each partner. */
const told = new WeakMap<Gateway, Map<string, Reach>>();

/** Asks how far the records reach. Where nobody can say, a page of figures stands all the same, by what was last told. */
export async function askReach({ gateway, clock }: ReachMakers, asking: Asking): Promise<Reach> {
  const known = told.get(gateway) ?? new Map<string, Reach>();
  told.set(gateway, known);
  const { audience = asking.accessToken } = asking;
  try {
    const { reach } = await gateway.ask(ReachDocument, {}, { ...asking, share: SHARE });
    const now = reachOf(reach);
    if (asking.audience !== undefined) known.set(audience, now);
    return now;
  } catch (error) {
    if (!isPartLost(error)) throw error;
    const today = { asAt: londonDayOf(clock.now()), hasStages: true, sources: [], rule: null };
    return { ...(known.get(audience) ?? today), isLost: true };
  }
}

/**
 * Whom to ask for figures: nobody where the part that counts them has just not told how far they reach. It would only hold
 * the turns that other parts' answers need.
 */
export const countingBy = (gateway: Gateway, { isLost }: Pick<Reach, 'isLost'>): Gateway =>
  isLost ? SILENT : gateway;

const SILENT: Gateway = {
  ask: async () => {
    throw new GatewayRefusal('UNREACHABLE', 'Figures cannot be had');
  },
};

/** Throws `GatewayRefusal` where nobody could say how far the records reach: a file without its figures is none. */
export function checkReached({ isLost }: Pick<Reach, 'isLost'>): void {
  if (isLost) throw new GatewayRefusal('UNREACHABLE', 'How far the records reach cannot be had');
}

function reachOf(reach: ReachQuery['reach']): Reach {
  const sources = reach?.sources ?? [];
  const hasStages = sources.some(({ stream }) => stream !== null);
  const asAt = (hasStages ? reach?.asAt : newestOf(sources)) ?? reach?.asAt ?? '';
  return { asAt, hasStages, sources, rule: reach?.smallNumbers?.words ?? null, isLost: false };
}

const newestOf = (sources: Reach['sources']): string | null =>
  sources
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1) ?? null;

/** The newest day that the records of all these streams reach; null where none are named, or nobody can say. */
export function reachesTo(
  { sources }: Pick<Reach, 'sources'>,
  streams: readonly string[] = [],
): string | null {
  const newest = streams.map((stream) => newestOf(sources.filter((source) => source.stream === stream)));
  return newest.includes(null) ? null : (newest.sort()[0] ?? null);
}

/** Asks, at the same time, how far the records reach and for the names that the filter of a page can have. */
export async function askReachWithNames(
  makers: ReachMakers,
  asking: Asking,
  query: Readonly<Record<string, unknown>>,
): Promise<ReachWithNames> {
  const [reach, names] = await Promise.all([
    askReach(makers, asking),
    askFilterNames(makers.gateway, { ...asking, share: SHARE }, query),
  ]);
  return { ...reach, ...names };
}

/**
 * Changes when any source is loaded anew: an open page asks by it whether its figures are still the newest. Null where
 * nobody can say.
 */
export const versionOf = ({
  asAt,
  sources,
  isLost,
}: Pick<Reach, 'asAt' | 'sources' | 'isLost'>): string | null =>
  isLost ? null : ([asAt, ...sources.map(({ loadedAt }) => loadedAt ?? '')].sort().at(-1) ?? asAt);
