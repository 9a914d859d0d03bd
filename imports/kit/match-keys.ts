import type { MatchKeys } from '../../contracts/match-keys';
import { isLongerThan } from '../cells/text';
import { foldReference, referencesIn } from './fold-references';

/** What a record says, as its system writes it. */
export interface Written {
  readonly receivedOn: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly postcode: string | null;
  readonly summary: string | null;
  readonly references: readonly (string | null)[];
  /** Whatever else somebody wrote about it, where references may be named. */
  readonly remarks?: readonly (string | null | undefined)[];
}

/** Folds what a record says. */
export function matchKeysOf(written: Written): MatchKeys {
  const texts = [written.summary, ...(written.remarks ?? [])];
  return {
    receivedOn: written.receivedOn,
    names: fullNames(written.name ?? ''),
    email: foldEmail(written.email ?? ''),
    postcode: foldPostcode(written.postcode ?? ''),
    words: [...new Set(wordsOf(written.summary ?? '').filter(({ length }) => length >= SHORTEST_WORD))],
    references: [...new Set(written.references.flatMap((each) => foldReference(each ?? '') ?? []))],
    namesReferences: referencesIn(texts.flatMap((text) => text ?? [])),
  };
}

const SHORTEST_WORD = 3;

/** What is longer is nobody's name or address, and more than the search's index takes. */
const LONGEST = 300;
const isTelling = (key: string): boolean => !isLongerThan(key, LONGEST);

/** Words without accents, case and marks, in their order. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}+|['’`]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const TITLES: ReadonlySet<string> = new Set(
  [
    'mr',
    'mrs',
    'ms',
    'miss',
    'mx',
    'dr',
    'prof',
    'professor',
    'rev',
    'revd',
    'sir',
    'dame',
    'lady',
    'cllr',
  ].concat(['councillor', 'master']),
);

/**
 * The full names in a cell, of one person or of several. The parts of each are sorted, so that "Moss, Imran" is
 * "Imran Moss"; what has one part is nobody's full name, save beside a person who gives it the surname ("Ewan and Mary
 * Lomas").
 */
export function fullNames(cell: string): string[] {
  const people = cell
    .split(/\s(?:and|&)\s|[/;]/iu)
    .map((one) => wordsOf(one).filter((word) => !TITLES.has(word)));
  const surname = people.at(-1)?.slice(1).at(-1);
  const full = people.map((parts, place) =>
    parts.length === 1 && place < people.length - 1 && surname !== undefined ? [...parts, surname] : parts,
  );
  const names = full.filter(({ length }) => length > 1).map((parts) => parts.sort().join(' '));
  return [...new Set(names.filter(isTelling))];
}

/** An address without its case; null for what is none. */
export function foldEmail(cell: string): string | null {
  const folded = cell.trim().toLowerCase();
  return isTelling(folded) && /^[^\s@]+@[^\s@]+$/.test(folded) ? folded : null;
}

/** A postcode without its spaces; null for what is too short to be a whole one. */
export function foldPostcode(cell: string): string | null {
  const folded = cell.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(folded) ? folded : null;
}
