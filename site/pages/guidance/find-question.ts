import { STREAMS } from '../../filters/parts';
import type { ArticleFilter } from '../../operations/__generated__/operations';
import { aboutWords, isKind, KINDS } from './words';

/** What somebody looks for, as the address says. */
export interface FindQuestion {
  readonly where: ArticleFilter;
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

const MOST_CHARACTERS = 200;

/** Reads what is looked for; what makes no sense is left out and told. */
export function readFindQuestion(query: Readonly<Record<string, unknown>>): FindQuestion {
  const problems: string[] = [];
  const read = (name: string, isMeant: (text: string) => boolean, says: string): string | null => {
    const given = query[name];
    if (given === undefined || given === '') return null;
    const text = typeof given === 'string' ? given.trim() : '';
    if (text === '' && typeof given === 'string') return null;
    if (text !== '' && isMeant(text)) return text;
    problems.push(says);
    return null;
  };
  const isShort = (text: string) => text.length <= MOST_CHARACTERS;
  const q = read('q', isShort, `Search: write ${MOST_CHARACTERS} characters at most.`);
  const kind = read('kind', isKind, 'Kind: choose one from the list.');
  const stream = read('stream', isStream, 'About: choose one from the list.');
  const review = read('review', (text) => text === 'overdue', 'To be looked at: choose it from the list.');
  const withdrawn = read('withdrawn', (text) => text === 'yes', 'Withdrawn: choose it from the list.');
  const parts = { q, kind, stream, review, withdrawn };
  const parameters = Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
  const where: ArticleFilter = {
    ...(q === null ? {} : { search: q }),
    ...(kind !== null && isKind(kind) ? { kinds: [kind] } : {}),
    ...(stream === null ? {} : { streams: STREAMS.filter((each) => each === stream) }),
    ...(review === null ? {} : { reviewOverdue: true }),
    ...(withdrawn === null ? {} : { withdrawn: true }),
  };
  return { where, parameters, problems };
}

const isStream = (text: string): boolean => STREAMS.some((each) => each === text);

/** What the form offers. */
export const FIND_CHOICES = {
  kinds: Object.entries(KINDS).map(([value, text]) => ({ value, text })),
  streams: STREAMS.map((value) => ({ value, text: aboutWords(value) })),
};

/** The same words, of which one suffices; null where there are no two of them. */
export function anyOf(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const meant = words.filter((word) => !JOINING.has(word.toLowerCase()));
  return meant.length > 1 ? meant.join(' or ') : null;
}

/** Words that would join the others otherwise. */
const JOINING = new Set(['or', 'and', 'not']);
