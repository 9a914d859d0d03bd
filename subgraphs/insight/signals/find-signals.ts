import type { Day } from '../../../domain/calendar/day';
import { type JudgedAmong, judgeAmong } from '../../../domain/signals/judge-among';
import { judgeSeries } from '../../../domain/signals/judge-series';
import { type Part, togetherOf } from '../../../domain/signals/parts';
import { groupBy } from '../../../platform/tables/group-by';
import type { KnownParts } from '../figures/parts';
import type { FoundSignal, SeriesQuarter } from './found-signal';
import { madeOf } from './made-of';
import type { QuarterDays } from './quarters';
import type { Series } from './read-series';

/** What was judged, and what of it is more than noise. */
export interface Found {
  readonly judged: number;
  readonly tooFew: number;
  readonly signals: readonly FoundSignal[];
}

/** How many quarters are read: three years, the year that is judged, and one for what is known a quarter later. */
export const QUARTERS_READ = 17;
const YEAR = 4;

/** Judges all series of one measure and dimension together, each such family by itself. */
export function findSignals(
  all: readonly Series[],
  { quarters, known }: { readonly quarters: readonly QuarterDays[]; readonly known: KnownParts },
): Found {
  const families = [...groupBy(all, ({ of, dimension }) => `${of.measure} ${dimension}`).values()];
  const found = families.map((family) => overTime(family, quarters));
  const among = families.filter(isOfServices).flatMap((family) => amongServices(family, quarters));
  return {
    judged: found.reduce((sum, { judged }) => sum + judged, 0),
    tooFew: found.reduce((sum, { tooFew }) => sum + tooFew, 0),
    signals: [...found.flatMap(({ signals }) => signals), ...among]
      .sort((one, other) => one.likelihood - other.likelihood)
      .map((each) => ({ ...each, madeOf: madeOf(each, { all, quarters, known }) })),
  };
}

const isOfServices = ([first]: readonly Series[]): boolean =>
  first?.dimension === 'SERVICE' && first.of.kind === 'SHARE';

function overTime(family: readonly Series[], all: readonly QuarterDays[]): Found {
  const [first] = family;
  if (first === undefined) return { judged: 0, tooFew: 0, signals: [] };
  const { kind, lag } = first.of;
  const quarters = all.slice(0, all.length - lag);
  const judged = judgeSeries(
    kind,
    family.map(({ parts }) => parts.slice(0, quarters.length)),
  );
  const signals = family.flatMap((series, place) => {
    const each = judged[place] ?? null;
    const from = each && quarters[quarters.length - each.window]?.from;
    const to = quarters.at(-1)?.to;
    if (!each?.isSignal || !from || !to) return [];
    const { now, before, likelihood } = each;
    const shown = quartersOf(series, quarters, from);
    return [
      {
        kind: 'OVER_TIME' as const,
        series,
        from,
        to,
        now,
        before,
        predicted: each,
        likelihood,
        quarters: shown,
        services: [],
        madeOf: [],
      },
    ];
  });
  const tooFew = judged.filter((each) => each === null).length;
  return { judged: judged.length - tooFew, tooFew, signals };
}

/** From the first that was recorded on. */
function quartersOf(
  series: Series,
  quarters: readonly QuarterDays[],
  judgedFrom: Day,
): readonly SeriesQuarter[] {
  const first = series.parts.findIndex((part) => part !== null);
  return quarters
    .map(({ from, to }, place) => ({
      from,
      to,
      isJudged: from >= judgedFrom,
      part: series.parts[place] ?? null,
    }))
    .slice(Math.max(0, first));
}

/** The services of one stream and stage beside each other, in the year that ended. */
function amongServices(family: readonly Series[], all: readonly QuarterDays[]): readonly FoundSignal[] {
  const lag = family[0]?.of.lag ?? 0;
  const end = all.length - lag;
  const [from, to] = [all[end - YEAR]?.from, all[end - 1]?.to];
  if (!from || !to) return [];
  return [...groupBy(family, ({ stream, stage }) => `${stream} ${stage}`).values()].flatMap((group) => {
    const years = group.flatMap((series) => {
      const year = series.parts.slice(end - YEAR, end).filter((part) => part !== null);
      return year.length === YEAR ? [{ series, part: togetherOf(year) }] : [];
    });
    const services = years
      .map(({ series, part }) => ({ name: series.name, part }))
      .filter(({ part }) => part.of > 0);
    return judgeAmong(years.map(({ part }) => part)).flatMap((judged, place) => {
      const year = years[place];
      return judged?.isSignal && year ? [standingOut(year, judged, { from, to, services })] : [];
    });
  });
}

const standingOut = (
  { series, part }: { readonly series: Series; readonly part: Part },
  judged: JudgedAmong,
  shown: Pick<FoundSignal, 'from' | 'to' | 'services'>,
): FoundSignal => ({
  ...{ kind: 'AMONG_SERVICES', series, now: part, before: judged.others, predicted: judged },
  ...{ likelihood: judged.likelihood, quarters: [], madeOf: [], ...shown },
});
