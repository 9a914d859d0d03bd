import { dayWords } from '../../domain/figures/days';
import { streamName } from '../../domain/figures/names';
import type { Where } from './inputs';
import type { Source } from './models';

/** The sources of what is asked: those of the streams that a filter names, or all. */
function askedSources(sources: readonly Source[], { streams }: Where): readonly Source[] {
  const named = Array.isArray(streams) ? streams : [];
  const asked = sources.filter(({ stream }) => named.includes(stream));
  return asked.length > 0 ? asked : sources;
}

/** Up to which day the records of what is asked go, all of them: the earliest of their newest days; null where there are none. */
function reachesTo(sources: readonly Source[], where: Where): string | null {
  return (
    askedSources(sources, where)
      .flatMap(({ to }) => to ?? [])
      .sort()[0] ?? null
  );
}

/** Up to which day the records go: one day where all do, else each day with those that reach it. */
export function reachWords(sources: readonly Source[], where: Where = {}): string {
  const byDay = new Map<string, Set<string>>();
  for (const { source, stream, to } of askedSources(sources, where))
    if (to !== null)
      byDay.set(to, (byDay.get(to) ?? new Set()).add(stream === null ? source : streamName(stream)));
  const [only, another] = [...byDay.keys()];
  if (only === undefined) return 'to no day';
  if (another === undefined) return `to ${dayWords(only)}`;
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, names]) => `to ${dayWords(day)} (${[...names].join(', ')})`)
    .join(' and ');
}

/** What stands behind a figure whose period goes on past the records: ", to 14 October 2021". */
export function untilWords(isPartial: boolean, sources: readonly Source[], where: Where): string {
  const day = isPartial ? reachesTo(sources, where) : null;
  return day === null ? '' : `, to ${dayWords(day)}`;
}

/** The line that says so of all of an answer. */
export const partialLine = (isPartial: boolean, sources: readonly Source[], where: Where): string[] =>
  isPartial
    ? [
        `The period goes on past the records: this is what there is so far. They go ${reachWords(sources, where)}.`,
      ]
    : [];
