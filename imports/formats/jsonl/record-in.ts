import type { RawRow } from '../../record';
import { flatten } from './flatten';

/** The one cell of a row that is no record: the line as it came. */
export const LINE = '(line)';
/** The one cell of a row that is too long to be a record: the line's beginning. */
export const LONG_LINE = '(beginning of the line)';

/** What a line says: a record's cells by their paths, or why it is no record. */
export type LineRead =
  | { readonly kind: 'record'; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'tooLong' | 'notJson' | 'noObject' | 'tooLarge' };

/** Reads one line of JSON. */
export function readLine(text: string): LineRead {
  const value = parsed(text);
  if (value === undefined) return { kind: 'notJson' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'noObject' };
  const cells = flatten(value);
  if (cells === null) return { kind: 'tooLarge' };
  // Only an escape can write half a character: looking for one first costs less than looking at every value.
  return { kind: 'record', cells: text.includes('\\u') ? wholeCharacters(cells) : cells };
}

/** What a row of JSON lines says, whether its line was a record when it was read or became one by a correction. */
export function recordIn({ cells }: RawRow): LineRead {
  if (cells[LONG_LINE] !== undefined) return { kind: 'tooLong' };
  const line = cells[LINE];
  return line === undefined ? { kind: 'record', cells } : readLine(line);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Half of a character of two halves, which JSON can write and no database takes. */
const LONE_HALF = /\p{Surrogate}/gu;

function wholeCharacters(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(cells).map(([path, value]) => [path, value.replace(LONE_HALF, '\uFFFD')]),
  );
}
