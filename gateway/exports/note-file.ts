import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PARTNER_ROLE } from '../../platform/identity/scopes';
import { Refusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';

/** A file that is about to be given. */
export interface GivenFile {
  readonly name: string;
  /** The parameters that chose its rows. */
  readonly filter: string;
  readonly rows: number;
}

const MOST_FILTER = 500;
const DIGEST_DIGITS = 16;
const NOTE = `mutation NoteFile($name: String!, $filter: String!, $rows: Int) {
  noteFile(name: $name, filter: $filter, rows: $rows)
}`;
const notedModel = z.object({ noteFile: z.literal(true) });

/**
 * Has a file noted in the audit log before its first byte; what partners take is kept with all that they ask. Throws a `Refusal` where it
 * could not be noted: then it is not given.
 */
export async function noteFile(
  graph: Pick<Graph, 'ask'>,
  { name, filter, rows }: GivenFile,
  caller: Caller,
): Promise<void> {
  const noted = shortened(filter);
  if (caller.identity.role === PARTNER_ROLE)
    return caller.noteAsked?.([[name, noted, `${rows} rows`].join('/')]);
  const variables = { name, filter: noted, rows };
  const { data } = await graph.ask({ document: NOTE, variables }, caller);
  if (notedModel.safeParse(data).success) return;
  throw new Refusal(
    503,
    'SUBGRAPH_UNAVAILABLE',
    'The part that notes who takes files does not answer just now, and none is given without it. Ask again later.',
    5,
  );
}

/** As an address is written. A filter that is too long to be kept ends with the digest of all of it: what somebody says they asked can be held against it. */
function shortened(filter: string): string {
  if (filter.length <= MOST_FILTER) return filter;
  const digest = createHash('sha256').update(filter).digest('hex').slice(0, DIGEST_DIGITS);
  const ending = `&sha256=${digest}`;
  return `${filter.slice(0, MOST_FILTER - ending.length)}${ending}`;
}
