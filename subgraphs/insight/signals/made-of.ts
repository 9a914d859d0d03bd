import { rateOf, togetherOf } from '../../../domain/signals/parts';
import type { KnownParts } from '../figures/parts';
import type { FoundSignal, MadeOf } from './found-signal';
import type { QuarterDays } from './quarters';
import type { Series } from './read-series';

/** As far back as signals are compared. */
const MOST_BEFORE = 12;

/**
 * The services that a directorate's count is made of, those first that are furthest from what was expected on the side of
 * the signal. Each by itself may be noise.
 */
export function madeOf(
  {
    kind,
    series,
    from,
    to,
    now,
    predicted,
  }: Pick<FoundSignal, 'kind' | 'series' | 'from' | 'to' | 'now' | 'predicted'>,
  { all, quarters, known }: { all: readonly Series[]; quarters: readonly QuarterDays[]; known: KnownParts },
): readonly MadeOf[] {
  if (kind !== 'OVER_TIME' || series.dimension !== 'DIRECTORATE' || series.of.kind !== 'COUNT') return [];
  const own = servicesOf(series.name, known);
  const sign = now.count > predicted.expected ? 1 : -1;
  const ofServices = all.filter(
    ({ of, dimension, stream, stage, name }) =>
      dimension === 'SERVICE' &&
      of === series.of &&
      stream === series.stream &&
      stage === series.stage &&
      own.has(name),
  );
  return ofServices
    .map(({ name, parts }) => {
      const among = (isThere: (quarter: QuarterDays) => boolean) =>
        parts
          .filter((part, place) => {
            const quarter = quarters[place];
            return part !== null && quarter !== undefined && isThere(quarter);
          })
          .filter((part) => part !== null);
      const judged = togetherOf(among((quarter) => quarter.from >= from && quarter.to <= to));
      const before = togetherOf(among((quarter) => quarter.to < from).slice(-MOST_BEFORE));
      return { name, value: judged.count, expected: rateOf(before) * judged.of };
    })
    .filter(({ value, expected }) => sign * (value - expected) > 0)
    .sort((one, other) => sign * (other.value - other.expected - one.value + one.expected));
}

/** The names of a directorate's services. */
function servicesOf(directorate: string, { services, directorates }: KnownParts): ReadonlySet<string> {
  const id = directorates.find(({ name }) => name === directorate)?.id;
  const isOwn = ({ directorateId, directorate: written }: KnownParts['services'][number]) =>
    id === undefined ? written === directorate : directorateId === id;
  return new Set(services.filter(isOwn).map(({ name }) => name));
}
