import type { IncomingMessage } from 'node:http';
import { jsonIn } from '../../platform/server/json-in';
import { checkText } from '../entrance/check-text';
import { chosenMediaType } from '../entrance/negotiate';
import { Refusal, replyAsGraphql } from '../entrance/refusal';
import { answerTagged } from '../entrance/tagged-answer';
import type { Graph } from '../graph/graph';
import type { Live } from '../live/live';
import { subscriptionIn } from '../live/live-question';
import { measureOperation } from '../measured/requests';
import { type AskedOperation, isReading, readAsked } from '../operations/asked-operation';
import {
  inItsWords,
  type TakenOperation,
  type TrustedOperations,
  takeOperation,
} from '../operations/take-operation';
import { at, type GuardedDoor, type Visit } from './door';

/** As long as any operation that the limits let through, with its variables. */
const MAX_BODY_BYTES = 100_000;

/** What an answer can be written as. Whoever takes anything gets the first. */
const MEDIA_TYPES = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
] as const;

const OK_STATUS = 200;
const FORM = 'application/x-www-form-urlencoded';

/** What a question can be written as. */
const REQUEST_TYPES = ['application/json', 'application/graphql+json', 'application/graphql', FORM] as const;

/**
 * GraphQL over HTTP: the request as the caller wrote it, with all that the protocol says of methods and media types. A trusted
 * operation may be named in place of its text; one that is named in the address is answered with a tag. Subscriptions are answered
 * with events.
 */
export const graphqlDoor = ({
  graph,
  live,
  operations,
}: {
  readonly graph: Pick<Graph, 'handle' | 'ask' | 'hasSubscriptions'>;
  readonly live: Pick<Live, 'answer'>;
  readonly operations: TrustedOperations;
}): GuardedDoor => ({
  isOpen: false,
  matches: at('/graphql'),
  maxBodyBytes: MAX_BODY_BYTES,
  answer({ request, response, caller, body }) {
    const { accept } = request.headers;
    chooseMediaType(request);
    const text = request.method === 'POST' ? checkText(request, body, REQUEST_TYPES) : body;
    refuseBatches(request, text);
    checkParameters(request, text);
    const taken = takeOperation({ request, body: text }, caller.identity, operations);
    measureOperation(request, response, taken);
    const asked = taken === null ? readAsked({ request, body: text }) : askedAs(taken);
    const subscription = graph.hasSubscriptions && asked ? subscriptionIn(asked) : null;
    if (asked && subscription) {
      refuseOther(accept);
      return live.answer({ response, caller }, asked, subscription);
    }
    if (taken === null) return graph.handle({ request, response, body: text }, caller);
    if (isReading(request.method) && taken.operation.kind === 'query')
      return answerNamed(graph, { request, response, caller }, taken);
    return graph.handle({ request, response, body: inItsWords(request, taken) }, caller);
  },
});

/** A trusted operation as its own words would have it. */
const askedAs = ({
  operation: { text, name: operationName },
  variables,
}: TakenOperation): AskedOperation => ({
  ...{ query: text, name: null, hash: null, operationName, variables },
});

/** What goes on has to be taken as events. */
function refuseOther(accept: string | undefined): void {
  if (chosenMediaType(accept, ['text/event-stream']) !== null) return;
  throw new Refusal(
    406,
    'NOT_ACCEPTABLE',
    'A subscription is answered with server-sent events. Name text/event-stream in the header Accept.',
  );
}

async function answerNamed(
  graph: Pick<Graph, 'ask'>,
  { request, response, caller }: Pick<Visit, 'request' | 'response' | 'caller'>,
  { operation, variables }: TakenOperation,
): Promise<void> {
  const { status, data, errors } = await graph.ask({ document: operation.text, variables }, caller);
  // What failed may not fail the next time.
  if (status !== OK_STATUS) return replyAsGraphql(response, status, { errors });
  if (errors.length > 0) return replyAsGraphql(response, status, { data, errors });
  const { type } = chosenMediaType(request.headers.accept, MEDIA_TYPES.slice(0, 2)) ?? {
    type: MEDIA_TYPES[0],
  };
  answerTagged({ request, response }, caller.identity, {
    type: `${type}; charset=utf-8`,
    body: JSON.stringify({ data }),
  });
}

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

/** A list of operations is none: each is limited, counted and noted by itself. */
function refuseBatches({ headers }: IncomingMessage, body: Buffer): void {
  if (headers['content-type'] !== 'application/json' || !/^\s*\[/.test(body.toString())) return;
  throw new Refusal(
    400,
    'BAD_REQUEST',
    'Send one operation in a request: a list of them is not taken. One operation asks several questions under names of their own (`a: measures(…) b: measures(…)`), and requests share a connection.',
  );
}

/** Parameters of an address or a form that are JSON. To the runtime it would be a fault of ours if they are not. */
function checkParameters({ method, url = '', headers }: IncomingMessage, body: Buffer): void {
  const isForm = method === 'POST' && headers['content-type'] === FORM;
  const parameters = new URLSearchParams(isForm ? body.toString() : url.split('?')[1]);
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name) ?? '';
    if (text !== '' && jsonIn(text) === undefined)
      throw new Refusal(400, 'BAD_REQUEST', `The parameter \`${name}\` is not JSON.`);
  }
}
