import type { Spool, Spooled } from '../../platform/files/spool';
import { createConcurrencyLimit } from '../entrance/concurrency-limit';
import { Refusal, reply } from '../entrance/refusal';
import type { Graph } from '../graph/graph';
import { addToGraph } from '../uploads/add-to-graph';
import { type FileLimits, takeFile } from '../uploads/take-file';
import { type Asked, checkAsked } from '../uploads/what-is-asked';
import type { Arriving, StreamingDoor, Visit } from './door';

export interface ImportsDoor {
  readonly graph: Pick<Graph, 'ask'>;
  readonly spool: Spool;
  /** The inherited systems that can be loaded. */
  readonly sources: readonly string[];
  readonly limits: FileLimits;
}

/** A sender may rest so long, and take so long in all: 2 GiB at 10 Mbit/s take half an hour. */
export const FILE_TIMES: Pick<FileLimits, 'pauseMillis' | 'wholeMillis'> = {
  pauseMillis: 30_000,
  wholeMillis: 60 * 60_000,
};

/** How many files one caller may send at the same time. A further one is told at once, before it is sent in vain. */
const UPLOADS = { concurrent: 2, waiting: 0, waitMillis: 0 };

const PATH = '/imports/';

/**
 * `POST /imports/SOURCE[?dryRun=true]`: takes a file as the body, writes it to the spool as it comes, and adds an import of
 * it to the graph. Answers 202 with the import's id, which the graph then follows.
 */
export function importsDoor({ graph, spool, sources, limits }: ImportsDoor): StreamingDoor {
  const uploads = createConcurrencyLimit(UPLOADS);
  return {
    isOpen: false,
    isStreaming: true,
    budget: 'files',
    matches: (path) => path.startsWith(PATH),
    async receive(arriving) {
      const asked = checkAsked(arriving, { path: PATH, sources });
      const release = await uploads.take(arriving.identity.subject, arriving.signal);
      try {
        const file = await takeSome(arriving, { spool, limits });
        return (visit) => answer({ graph, spool }, { visit, asked, file });
      } finally {
        release();
      }
    },
  };
}

async function takeSome(arriving: Arriving, { spool, limits }: Pick<ImportsDoor, 'spool' | 'limits'>) {
  const file = await takeFile(arriving, spool, limits);
  if (file.bytes > 0) return file;
  await spool.remove(file.name);
  throw new Refusal(
    400,
    'EMPTY_FILE',
    'The body is empty. Send the file itself as the body, such as with `curl --data-binary @FILE`.',
  );
}

async function answer(
  { graph, spool }: Pick<ImportsDoor, 'graph' | 'spool'>,
  { visit, asked, file }: { visit: Omit<Visit, 'body'>; asked: Asked; file: Spooled },
): Promise<void> {
  const { response, caller } = visit;
  try {
    const id = await addToGraph(graph, { asked, file, caller });
    response.setHeader('location', `/graphql?query=${encodeURIComponent(follow(id))}`);
    const { source, file: name, dryRun } = asked;
    reply(response, 202, {
      id,
      source,
      file: name,
      dryRun,
      bytes: file.bytes,
      sha256: file.sha256,
      follow: follow(id),
    });
  } catch (error) {
    await spool.remove(file.name);
    throw error;
  }
}

/** The question that says how it stands. */
const follow = (id: string): string =>
  `{ job(id: "${id}") { state refusal message progress { step done of } outcome { read loaded copies leftOut quarantined } } }`;
