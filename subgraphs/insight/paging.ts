import { createHash } from 'node:crypto';
import { isDay } from '../../domain/calendar/day';
import { badInput } from './bad-input';

/** Where a page begins: after the row of this day and id. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

/** A page that may be read: how many rows, and after which. */
export interface Page {
  readonly size: number;
  readonly after: Place | null;
  /** Tells the question that the page belongs to, so that no cursor is taken to another. */
  readonly question: string;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page, as Relay's connections have it; `totalCount` is added by whoever can count. */
export interface PageOf<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const MOST = 200;
const USUAL = 50;
const VERSION = 1;

/**
 * Checks the arguments of a list. `question` is whatever makes the list what it is (its field, measure and filter).
 * Throws BAD_USER_INPUT for a size outside 1 to 200 and for a cursor that is broken or of another question.
 */
export function checkPage(
  { first, after }: { first?: number | null | undefined; after?: string | null | undefined },
  question: unknown,
): Page {
  const size = first ?? USUAL;
  if (size < 1 || size > MOST) throw badInput('first', `is ${size}: ask for 1 to ${MOST} at a time.`);
  const fingerprint = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
  return { size, question: fingerprint, after: after == null ? null : readCursor(after, fingerprint) };
}

/** Makes a page of rows read in order, of which one more than its size was asked for. */
export function pageOf<Row extends Place, Node>(
  { size, question }: Page,
  rows: readonly Row[],
  nodeOf: (row: Row) => Node,
): PageOf<Node> {
  const edges = rows.slice(0, size).map((row) => ({ cursor: writeCursor(row, question), node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null } };
}

function writeCursor({ day, id }: Place, question: string): string {
  return Buffer.from(JSON.stringify([VERSION, question, day, id])).toString('base64url');
}

function readCursor(cursor: string, question: string): Place {
  const [version, asked, day, id] = partsOf(cursor);
  if (version !== VERSION || typeof day !== 'string' || !isDay(day) || typeof id !== 'string') {
    throw badInput('after', 'is no cursor of this list: give the `endCursor` of a page, unchanged.');
  }
  if (asked !== question) {
    throw badInput(
      'after',
      'is a cursor of another query: keep the same arguments from page to page, or leave `after` out to begin anew.',
    );
  }
  return { day, id };
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
