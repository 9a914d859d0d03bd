import { dayWords } from '../../domain/figures/days';
import { streamName } from '../../domain/figures/names';
import type { Source } from './models';

/** Up to which day the records go: one day where all do, else each by itself. */
export function reachWords(sources: readonly Source[]): string {
  const ends = new Map(
    sources.flatMap(({ source, stream, to }) => (to === null ? [] : [[nameOf(source, stream), to]])),
  );
  const days = [...new Set(ends.values())];
  if (days.length === 0) return 'to no day';
  if (days.length === 1) return `to ${dayWords(days[0] ?? null)}`;
  return [...ends].map(([name, day]) => `${name} to ${dayWords(day)}`).join(', ');
}

/** What the source holds: a stream, or what it is called itself. */
const nameOf = (source: string, stream: string | null): string =>
  stream === null ? source : streamName(stream);

/** What a partial figure has to say of itself. */
export const partialWords = (sources: readonly Source[]): string =>
  `The period goes on past the records, so this is what there is so far: ${reachWords(sources)}.`;
