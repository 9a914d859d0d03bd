import type { RawRow } from '../../record';
import { NUL_SIGN } from '../text/lines';
import { flatten, MOST_LEVELS } from './flatten';
import { type JsonRead, readJson } from './json';

/** The one cell of a row that is no record: the line as it came. */
export const LINE = '(line)';
/** The one cell of a row that is too long to be a record: the line's beginning. */
export const LONG_LINE = '(beginning of the line)';

/** What a line says: a record's cells by their paths, or why it is no record. */
export type LineRead =
  | { readonly kind: 'record'; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'tooLong' | 'notJson' | 'noObject' | 'tooLarge' }
  | { readonly kind: 'keyTwice'; readonly path: string };

/** Reads one line of JSON. A comma that joins its object to those of other lines is nothing. */
export function readLine(text: string): LineRead {
  const read = readJoined(text);
  if (read.kind === 'tooDeep') return { kind: 'tooLarge' };
  if (read.kind !== 'value') return read;
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'noObject' };
  const cells = flatten(value);
  if (cells === null) return { kind: 'tooLarge' };
  // Only an escape can write what no database takes: looking for one first costs less than looking at every value.
  return { kind: 'record', cells: text.includes('\\u') ? storable(cells) : cells };
}

/** Whether a comma stands before or after the object of a line, as between those of a list. */
export const isJoined = (text: string): boolean => JOINED.test(text);

const JOINED = /^\s*,|,\s*$/;

function readJoined(text: string): JsonRead {
  const read = readJson(text, MOST_LEVELS);
  if (read.kind !== 'notJson' || !isJoined(text)) return read;
  const alone = text.trim().replace(/^,|,$/g, '').trim();
  return alone.startsWith('{') ? readJson(alone, MOST_LEVELS) : read;
}

/** What a row of JSON lines says, whether its line was a record when it was read or became one by a correction. */
export function recordIn({ cells }: RawRow): LineRead {
  if (cells[LONG_LINE] !== undefined) return { kind: 'tooLong' };
  const line = cells[LINE];
  return line === undefined ? { kind: 'record', cells } : readLine(line);
}

/** Half of a character of two halves. */
const LONE_HALF = /\p{Surrogate}/gu;

/** Without what JSON can write and no database takes. */
function storable(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(cells).map(([path, value]) => [
      path,
      value.replace(LONE_HALF, '\uFFFD').replaceAll('\0', NUL_SIGN),
    ]),
  );
}
