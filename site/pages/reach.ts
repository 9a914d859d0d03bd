import type { Asking, Gateway } from '../gateway/gateway';
import { ReachDocument, type ReachQuery } from '../operations/__generated__/operations';
import { askFilterNames, type FilterNames } from './filter-names';

/** What every page of figures has to know first. */
export interface Reach {
  /** The newest day that the records of all streams reach; where one sees none of a stream, that of the ombudsmen's cases. */
  readonly asAt: string;
  /** Whether one sees records of any stream: a partner may see ombudsmen's cases alone. */
  readonly hasStages: boolean;
  readonly sources: NonNullable<ReachQuery['reach']>['sources'];
}

/** How far the records reach, and what a filter can name. */
export interface ReachWithNames extends Reach, FilterNames {}

/** Asks how far the records reach. Throws `GatewayRefusal` where that cannot be had: no page of figures can be made without. */
export async function askReach(gateway: Gateway, asking: Asking): Promise<Reach> {
  const { reach } = await gateway.ask(ReachDocument, {}, asking);
  const sources = reach?.sources ?? [];
  const hasStages = sources.some(({ stream }) => stream !== null);
  const newest = newestOf(sources);
  return { asAt: (hasStages ? reach?.asAt : newest) ?? reach?.asAt ?? '', hasStages, sources };
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
  gateway: Gateway,
  asking: Asking,
  query: Readonly<Record<string, unknown>>,
): Promise<ReachWithNames> {
  const [reach, names] = await Promise.all([
    askReach(gateway, asking),
    askFilterNames(gateway, asking, query),
  ]);
  return { ...reach, ...names };
}

/** Changes when any source is loaded anew: an open page asks by it whether its figures are still the newest. */
export const versionOf = ({ asAt, sources }: Pick<Reach, 'asAt' | 'sources'>): string =>
  [asAt, ...sources.map(({ loadedAt }) => loadedAt ?? '')].sort().at(-1) ?? asAt;
