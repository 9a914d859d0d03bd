import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ReportCell, ReportContent } from '../content';
import { cellsOf } from './cells';

/** Of what was said, the version by the section's key. */
export type SaidVersions = Readonly<Record<string, number>>;

/** What is others by now than somebody saw. */
export interface Moved {
  readonly cells: readonly ReportCell[];
  readonly sections: readonly string[];
}

const saidModel = z.record(z.string(), z.number());

/** Characters of a hash that stand for a cell's id, and for what it holds. */
const MARK = 6;
const CELL = 2 * MARK;

/**
 * Names a report as somebody looks at it: a hash of all that it says, then a mark for each cell and the version of what
 * was said in each section. With it, what moved since can be told to the cell, and nothing has to be kept for that.
 */
export const seenOf = (content: ReportContent, said: SaidVersions): string =>
  [
    hashOf([sayingOf(content), said]),
    cellsOf(content)
      .map(({ cell }) => mark(cell.id) + mark(holdingOf(cell)))
      .join(''),
    Buffer.from(JSON.stringify(said)).toString('base64url'),
  ].join('.');

/** What moved since somebody saw a report; null where nothing has. */
export function movedSince(seen: string, now: ReportContent, said: SaidVersions): Moved | null {
  const [hash = '', marks = '', versions = ''] = seen.split('.');
  const placed = cellsOf(now).map(({ cell }) => cell);
  if (hash === hashOf([sayingOf(now), said])) return null;
  const before = marksBefore(marks);
  const saidBefore = readSaid(versions);
  return {
    cells: placed.filter((cell) => before.get(mark(cell.id)) !== mark(holdingOf(cell))),
    sections: Object.keys({ ...saidBefore, ...said }).filter((key) => saidBefore[key] !== said[key]),
  };
}

/** The day as at which it was counted is another each day, as is how far records reach, and says nothing else by that. */
function sayingOf({ asAt: _, sources: __, ...content }: ReportContent): object {
  return JSON.parse(JSON.stringify(content), (key, value: unknown) => (key === 'asAt' ? undefined : value));
}

const holdingOf = ({ state, text, value, numerator, denominator, rag, direction }: ReportCell) => [
  ...[state, text, value, numerator, denominator, rag, direction],
];

const hashOf = (thing: unknown): string =>
  createHash('sha256').update(JSON.stringify(thing)).digest('base64url').slice(0, 22);

const mark = (thing: unknown): string => hashOf(thing).slice(0, MARK);

function marksBefore(marks: string): ReadonlyMap<string, string> {
  const before = new Map<string, string>();
  for (let start = 0; start + CELL <= marks.length; start += CELL)
    before.set(marks.slice(start, start + MARK), marks.slice(start + MARK, start + CELL));
  return before;
}

/** Nothing, where it was not written here. */
function readSaid(text: string): SaidVersions {
  try {
    return saidModel.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}
