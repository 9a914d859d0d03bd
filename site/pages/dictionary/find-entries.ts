import { groupBy } from '../../../platform/tables/group-by';
import type { Dictionary, Entry } from './read-dictionary';

/** Something that the dictionary explains, with those of its parts that are shown. */
export interface Found {
  readonly whole: Entry;
  readonly parts: readonly Entry[];
}

export interface Sought {
  /** The words, as typed; '' where there are none. */
  readonly words: string;
  /** A section's name; '' for all. */
  readonly section: string;
}

/**
 * What has all the words, in its name, its title, what is said of it or what a door calls it; what is named so stands first. Of something
 * that has them not, the parts that do.
 */
export function findEntries({ entries }: Pick<Dictionary, 'entries'>, { words, section }: Sought): Found[] {
  const wanted = wordsIn(words);
  const has = (entry: Entry): boolean => {
    const text = wordsIn(textOf(entry)).join(' ');
    return wanted.every((word) => text.includes(word));
  };
  const within = groupBy(entries, (entry) => entry.within);
  return entries
    .filter((entry) => entry.within === null && (section === '' || entry.section === section))
    .flatMap((whole): (Found & { readonly rank: number })[] => {
      const parts = within.get(whole.id) ?? [];
      if (has(whole)) return [{ whole, parts, rank: rankOf(whole, wanted) }];
      const left = parts.filter(has);
      if (left.length === 0) return [];
      return [{ whole, parts: left, rank: Math.min(...left.map((part) => rankOf(part, wanted))) + 1 }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ whole, parts }) => ({ whole, parts }));
}

const NAMED = 0;
const CALLED_SO = 1;
const SAID = 3;

function rankOf({ name, title }: Entry, wanted: readonly string[]): number {
  if (wanted.length === 0) return SAID;
  const names = [name, title ?? ''].map((each) => wordsIn(each).join(' '));
  if (names.includes(wanted.join(' '))) return NAMED;
  return names.some((each) => wanted.every((word) => each.includes(word))) ? CALLED_SO : SAID;
}

const textOf = ({ name, title, says, names, defined }: Entry): string =>
  [name, title, says, ...Object.values(names), ...Object.values(defined ?? {})].join(' ');

/** `receivedOn`, `received_on` and `RECEIVED_ON` are "received on". */
const wordsIn = (text: string): string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
