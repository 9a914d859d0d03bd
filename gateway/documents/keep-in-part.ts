import { z } from 'zod';
import { Refusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import { forbiddenIn } from '../graph/forbidden';
import type { Graph } from '../graph/graph';
import type { AskedDocument } from './asked-documents';
import type { TakenDocument } from './take-documents';

const KEEP = `
  mutation ($key: ID!, $complaint: ID!, $source: DocumentSource!, $documents: [KeptDocumentInput!]!) {
    kept: keepDocuments(key: $key, complaint: $complaint, source: $source, documents: $documents) {
      ids files outcome { __typename ... on CommandDone { version } ... on Refusal { code message } }
    }
  }`;

const model = z.object({
  kept: z.object({
    ids: z.array(z.string()),
    files: z.array(z.string()),
    outcome: z.union([
      z.object({ __typename: z.literal('CommandDone'), version: z.int() }),
      z.object({ code: z.string(), message: z.string() }),
    ]),
  }),
});

/** What the part keeps. */
export interface KeptInPart {
  readonly ids: readonly string[];
  readonly files: readonly string[];
  /** The version of the complaint with the documents. */
  readonly version: number;
}

/** Nothing was kept, for certain: the files are not needed. */
export class NotKept extends Refusal {}

const STATUS: Readonly<Record<string, number>> = {
  CASE_NOT_FOUND: 404,
  COMMAND_UNUSABLE: 400,
  ROLE_NOT_PERMITTED: 403,
  SERVICE_NOT_OWN: 403,
};
const CONFLICT = 409;

/**
 * Has the part of the stream keep documents as whoever sent them. Throws `NotKept` where it refuses; any other `Refusal` leaves open
 * whether it kept them.
 */
export async function keepInPart(
  graph: Pick<Graph, 'internally'>,
  {
    asked,
    documents,
    caller,
  }: { readonly asked: AskedDocument; readonly documents: readonly TakenDocument[]; readonly caller: Caller },
): Promise<KeptInPart> {
  const { stream: part, key, complaint, source } = asked;
  const variables = { key, complaint, source, documents };
  const answer = await graph.internally({ part, document: KEEP, variables }, caller);
  const forbidden = forbiddenIn(answer);
  if (forbidden !== null) throw new NotKept(403, 'FORBIDDEN', forbidden, null, caller.identity.subject);
  const read = model.safeParse(answer?.data);
  if (!read.success)
    throw new Refusal(
      503,
      'SUBGRAPH_UNAVAILABLE',
      'The part that keeps the complaint does not answer just now. Send the file again later, with the same key.',
      10,
    );
  const { outcome, ids, files } = read.data.kept;
  if ('version' in outcome) return { ids, files, version: outcome.version };
  throw new NotKept(STATUS[outcome.code] ?? CONFLICT, outcome.code, outcome.message);
}
