import type { IncomingMessage } from 'node:http';
import { checkText } from '../entrance/check-text';
import { chosenMediaType } from '../entrance/negotiate';
import { Refusal } from '../entrance/refusal';
import type { Graph } from '../graph/graph';
import { at, type GuardedDoor } from './door';

/** As long as any operation that the limits let through, with its variables. */
const MAX_BODY_BYTES = 100_000;

/** What an answer can be written as. Whoever takes anything gets the first. */
const MEDIA_TYPES = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
] as const;

const FORM = 'application/x-www-form-urlencoded';

/** What a question can be written as. */
const REQUEST_TYPES = ['application/json', 'application/graphql+json', 'application/graphql', FORM] as const;

/** GraphQL over HTTP: the request as the caller wrote it, with all that the protocol says of methods and media types. */
export const graphqlDoor = (graph: Pick<Graph, 'handle'>): GuardedDoor => ({
  isOpen: false,
  matches: at('/graphql'),
  maxBodyBytes: MAX_BODY_BYTES,
  answer({ request, response, caller, body }) {
    chooseMediaType(request);
    const text = request.method === 'POST' ? checkText(request, body, REQUEST_TYPES) : body;
    checkParameters(request, text);
    return graph.handle({ request, response, body: text }, caller);
  },
});

/**
 * Leaves one media type in the request: the runtime would do a mutation before it finds that nobody can read what came
 * of it, and knows no degrees of liking. What was not asked for by name stays `*\/*`; it is answered as JSON too.
 */
function chooseMediaType(request: IncomingMessage): void {
  const chosen = chosenMediaType(request.headers.accept, MEDIA_TYPES);
  if (chosen === null)
    throw new Refusal(
      406,
      'NOT_ACCEPTABLE',
      'Answers are JSON. Name application/graphql-response+json, application/json or */* in the header Accept.',
    );
  request.headers.accept = chosen.byName ? chosen.type : '*/*';
}

/** Parameters of an address or a form that are JSON. To the runtime it would be a fault of ours if they are not. */
function checkParameters({ method, url = '', headers }: IncomingMessage, body: Buffer): void {
  const isForm = method === 'POST' && headers['content-type'] === FORM;
  const parameters = new URLSearchParams(isForm ? body.toString() : url.split('?')[1]);
  for (const name of ['variables', 'extensions']) {
    if (!isJson(parameters.get(name) ?? ''))
      throw new Refusal(400, 'BAD_REQUEST', `The parameter \`${name}\` is not JSON.`);
  }
}

function isJson(text: string): boolean {
  try {
    return text === '' || JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
