import type { Line } from '../text/lines';
import { OpenRecord } from './open-record';

/** How the cells of a file are parted, and how many the header has; null before the header. */
export interface Shape {
  readonly separator: string;
  readonly width: number | null;
}

/**
 * The cells of a line whose quotes do not fit: in the first of these ways that gives as many as the header has. Quotes
 * within a quoted cell that were not doubled are quotes; what follows a closing quote belongs to its cell, as written;
 * all quotes are just quotes. Else the last.
 */
export function mendedCells(text: string, { separator, width }: Shape): readonly string[] {
  const literal = text.split(separator).map((cell) => cell.trim());
  const ways = [asWritten(text, separator), undoubled(text, separator), literal];
  return ways.find((cells) => cells.length === width) ?? literal;
}

/** Splits at separators that no quotes enclose, and leaves the quotes. */
function asWritten(text: string, separator: string): string[] {
  const cells: string[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = isQuoted ? false : text.slice(start, at).trim() === '';
    else if (text[at] === separator && !isQuoted) {
      cells.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...cells, text.slice(start).trim()].map(unquoted);
}

/** A cell that quotes enclose and that has none inside is what they enclose. */
const unquoted = (cell: string): string => /^"([^"]*)"$/.exec(cell)?.[1] ?? cell;

/** Ends a quoted cell only where a separator follows its quote, or nothing. */
function undoubled(text: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = text;
  while (true) {
    const isQuoted = rest.trimStart().startsWith('"');
    const end = isQuoted ? endOfQuoted(rest, separator) : rest.indexOf(separator);
    const cell = (end < 0 ? rest : rest.slice(0, end)).trim();
    cells.push(/^"(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell);
    if (end < 0) return cells;
    rest = rest.slice(end + 1);
  }
}

function endOfQuoted(text: string, separator: string): number {
  const begin = text.indexOf('"') + 1;
  for (let at = text.indexOf(`"`, begin); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text.slice(at + 1).search(/\S|\t/);
    if (next < 0) return -1;
    if (text[at + 1 + next] === separator) return at + 1 + next;
  }
  return text.indexOf(separator);
}

/** In narrower tables any line with a comma could pass for a row. */
const FEWEST_COLUMNS = 5;

/**
 * Whether the quoted cell of a record over several lines seems to have swallowed rows, since the quote that begins it is
 * a stray one: a line within it is a row by itself, or all its lines are.
 */
export function hasSwallowed(lines: readonly Line[], shape: Shape): boolean {
  if (shape.width === null || shape.width < FEWEST_COLUMNS) return false;
  const [first, ...others] = lines;
  const isFirstRow = first !== undefined && mendedCells(first.text, shape).length === shape.width;
  return (isFirstRow ? others : others.slice(0, -1)).some((line) => isRow(line, shape));
}

/**
 * Whether a quote that is never closed is a stray one, and no sign that the file is cut off within a cell: its own line and
 * most of those that follow are rows by themselves.
 */
export function isStray(lines: readonly Line[], shape: Shape): boolean {
  const [first, ...others] = lines;
  if (first === undefined || mendedCells(first.text, shape).length !== shape.width) return false;
  const rows = others.filter((line) => isRow(line, shape)).length;
  return rows * 2 > others.length;
}

function isRow({ text }: Line, { separator, width }: Shape): boolean {
  const record = new OpenRecord(separator);
  return record.read(text) === 'whole' && record.cells.length === width;
}
