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
    name:
      stream === null
        ? (SOURCES[source] ?? source)
        : `${streamName(stream)} (${isWorkedOnHere(source) ? 'worked on here' : source})`,
    reaches: from === null || to === null ? 'nothing yet' : `${dayWords(from)} to ${dayWords(to)}`,
    loaded: loadedWords(source, loadedAt),
  }));

/** What is worked on here is a source that nobody loads. */
const isWorkedOnHere = (source: string): boolean => source.endsWith('-casework');

function loadedWords(source: string, loadedAt: string | null): string {
  if (loadedAt !== null) return dayWords(loadedAt.slice(0, 10));
  return isWorkedOnHere(source) ? 'as it is recorded' : 'never';
}

const SOURCES: Readonly<Record<string, string>> = {
  ombudsman: 'Ombudsmen’s register',
  'ombudsman-casework': 'Ombudsmen’s cases (worked on here)',
  calls: 'Telephone calls',
};
