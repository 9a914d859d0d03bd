import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { Reach } from '../reach';

/** How far the records of one source reach, in words. */
export interface SourceWords {
  readonly name: string;
  readonly reaches: string;
  readonly loaded: string;
}

/** How far each source reaches, and when it was loaded, for the note near the title. */
export const reachWords = ({ sources }: Pick<Reach, 'sources'>): SourceWords[] =>
  sources.map(({ source, stream, from, to, loadedAt }) => ({
    name: stream === null ? (SOURCES[source] ?? source) : `${streamName(stream)} (${source})`,
    reaches: from === null || to === null ? 'nothing yet' : `${dayWords(from)} to ${dayWords(to)}`,
    loaded: loadedAt === null ? 'never' : dayWords(loadedAt.slice(0, 10)),
  }));

const SOURCES: Readonly<Record<string, string>> = {
  ombudsman: 'Ombudsmen’s register',
  calls: 'Telephone calls',
};
