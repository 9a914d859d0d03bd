import type { Spool } from '../../platform/files/spool';
import { type AskedDocument, checkAttached, checkWorks, DOCUMENTS_PATH } from '../documents/asked-documents';
import { keepInPart, NotKept } from '../documents/keep-in-part';
import { KINDS } from '../documents/kinds';
import type { Scanner } from '../documents/scanner/clamd';
import { removeAll, type TakenDocument, type Taking, takeDocuments } from '../documents/take-documents';
import { createConcurrencyLimit } from '../entrance/concurrency-limit';
import { Refusal, reply } from '../entrance/refusal';
import type { Graph } from '../graph/graph';
import { type FileLimits, takeFile } from '../uploads/take-file';
import { type Arriving, at, type StreamingDoor, type Visit } from './door';

export interface DocumentsDoor {
  readonly graph: Pick<Graph, 'internally'>;
  /** Where the files of documents are kept. */
  readonly spool: Spool;
  /** The parts that have complaints. */
  readonly streams: readonly string[];
  /** Null where files are not scanned. */
  readonly scanner: Scanner | null;
  readonly limits: FileLimits;
}

/** Looking into a file takes memory and a core: of one caller two at a time, of all together four. */
const EACH = { concurrent: 2, waiting: 8, waitMillis: 60_000 };
const TOGETHER = { concurrent: 4, waiting: 50, waitMillis: 60_000 };

/**
 * `POST /documents?complaint=ID&key=UUID`: takes a file as the body, looks into it, has it scanned, keeps it outside the database,
 * and attaches it to the complaint. `GET /documents` says what is taken.
 */
export function documentsDoor({ graph, spool, streams, scanner, limits }: DocumentsDoor): StreamingDoor {
  const [each, together] = [createConcurrencyLimit(EACH), createConcurrencyLimit(TOGETHER)];
  const taking: Taking = { spool, scanner, maximumBytes: limits.maximumBytes };
  return {
    isOpen: false,
    isStreaming: true,
    budget: 'files',
    matches: at(DOCUMENTS_PATH),
    async receive(arriving) {
      checkWorks(arriving);
      const { request, identity, signal } = arriving;
      if (request.method === 'GET') return ({ response }) => reply(response, 200, whatIsTaken(taking));
      if (request.method !== 'POST') throw new Refusal(405, 'BAD_REQUEST', 'Send a file here by POST.');
      const asked = checkAttached(arriving, streams);
      const mine = await each.take(identity.subject, signal);
      const ours = await together.take('everybody', signal).catch((error: unknown) => {
        mine();
        throw error;
      });
      try {
        const documents = await receive({ taking, limits }, arriving, asked);
        return (visit) => answer({ graph, taking }, { visit, asked, documents });
      } finally {
        ours();
        mine();
      }
    },
  };
}

async function receive(
  { taking, limits }: { readonly taking: Taking; readonly limits: FileLimits },
  arriving: Arriving,
  { name }: AskedDocument,
): Promise<readonly TakenDocument[]> {
  const file = await takeFile(arriving, taking.spool, limits);
  if (file.bytes > 0) return takeDocuments(taking, { file, name });
  await taking.spool.remove(file.name);
  throw new Refusal(400, 'EMPTY_FILE', 'The file is empty. Look at it, and attach it again.');
}

async function answer(
  { graph, taking }: { readonly graph: DocumentsDoor['graph']; readonly taking: Taking },
  {
    visit: { response, caller },
    asked,
    documents,
  }: {
    readonly visit: Omit<Visit, 'body'>;
    readonly asked: AskedDocument;
    readonly documents: readonly TakenDocument[];
  },
): Promise<void> {
  const files = documents.map(({ file }) => file);
  try {
    const kept = await keepInPart(graph, { asked, documents, caller });
    // The same command again: what it brought the first time is held by other files.
    await removeAll(
      taking,
      files.filter((file) => !kept.files.includes(file)),
    );
    reply(response, 201, { version: kept.version, documents: documents.map(told(kept.ids)) });
  } catch (error) {
    // Where nobody knows whether they are kept, the files stay until it is looked which are needed.
    if (error instanceof NotKept) await removeAll(taking, files);
    throw error;
  }
}

const told =
  (ids: readonly string[]) =>
  ({ name, mediaType, bytes, sha256, parent, leftOut }: TakenDocument, place: number) => ({
    ...{ id: ids[place], name, mediaType, bytes, sha256, leftOut },
    parent: parent === null ? null : ids[parent],
  });

const whatIsTaken = ({ scanner, maximumBytes }: Taking) => ({
  isScanned: scanner !== null,
  maximumBytes,
  kinds: Object.values(KINDS),
});
