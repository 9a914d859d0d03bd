import type { Graph } from '../graph/graph';
import { at, type GuardedDoor } from './door';

/** As long as any operation that the limits let through, with its variables. */
const MAX_BODY_BYTES = 100_000;

/** GraphQL over HTTP: the request as the caller wrote it, with all that the protocol says of methods and media types. */
export const graphqlDoor = (graph: Pick<Graph, 'handle'>): GuardedDoor => ({
  isOpen: false,
  matches: at('/graphql'),
  maxBodyBytes: MAX_BODY_BYTES,
  answer: ({ request, response, caller, body }) => graph.handle({ request, response, body }, caller),
});
