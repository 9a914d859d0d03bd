import { createHash } from 'node:crypto';
import { badUserInput } from './errors';

/** What a list is ordered by, and begins after: the values of its key, in their order. */
export type PlaceKey = readonly (string | number)[];

/** A page that may be read: how many rows, and after which. */
export interface Page {
  readonly size: number;
  readonly after: PlaceKey | null;
  /** Identifies the question that the page belongs to, so that no cursor is taken to another. */
  readonly question: string;
}

/** One page, as Relay's connections have it; `totalCount` is added by whoever can count. */
export interface PageOf<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const MOST = 200;
const USUAL = 50;
const VERSION = 1;

/**
 * Checks the arguments of a list. `question` is whatever makes the list what it is (its field and its filter); `key`
 * gives, by an example, how many values its order takes and of which type each is. Throws BAD_USER_INPUT for a size
 * outside 1 to 200 and for a cursor that is broken or of another question.
 */
export function readPage(
  {
    first,
    after,
  }: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  { question, key }: { readonly question: unknown; readonly key: PlaceKey },
): Page {
  const size = first ?? USUAL;
  if (size < 1 || size > MOST) throw badUserInput(`\`first\` is ${size}: ask for 1 to ${MOST} at a time.`);
  const fingerprint = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
  return { size, question: fingerprint, after: after == null ? null : readCursor(after, fingerprint, key) };
}

/**
 * Makes a page of rows read in order, of which one more than its size was asked for. Something comes before every page
 * that begins after a cursor: at least the row of the cursor.
 */
export function pageOf<Row, Node>(
  { size, question, after }: Pick<Page, 'size' | 'question'> & { readonly after: unknown },
  rows: readonly Row[],
  { keyOf, nodeOf }: { keyOf(row: Row): PlaceKey; nodeOf(row: Row): Node },
): PageOf<Node> {
  const edges = rows
    .slice(0, size)
    .map((row) => ({ cursor: writeCursor(keyOf(row), question), node: nodeOf(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const writeCursor = (key: PlaceKey, question: string): string =>
  Buffer.from(JSON.stringify([VERSION, question, ...key])).toString('base64url');

function readCursor(cursor: string, question: string, like: PlaceKey): PlaceKey {
  const [version, asked, ...key] = partsOf(cursor);
  if (version !== VERSION || !isLike(key, like)) {
    throw badUserInput('`after` is no cursor of this list: give the `endCursor` of a page, unchanged.');
  }
  if (asked !== question) {
    throw badUserInput(
      '`after` is a cursor of another query: keep the same arguments from page to page, or leave `after` out to begin anew.',
    );
  }
  return key;
}

function isLike(key: readonly unknown[], like: PlaceKey): key is PlaceKey {
  return (
    key.length === like.length &&
    key.every((value, place) =>
      typeof value === 'number'
        ? typeof like[place] === 'number' && Number.isSafeInteger(value)
        : typeof value === 'string' && typeof like[place] === 'string',
    )
  );
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
