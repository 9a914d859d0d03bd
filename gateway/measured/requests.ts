import type { IncomingMessage, ServerResponse } from 'node:http';
import { knownNames } from '../../platform/metrics/known-names';
import { OTHER } from '../../platform/metrics/metric';
import { processRegistry } from '../../platform/metrics/process-registry';
import { BUCKETS_SECONDS, startWatch } from '../../platform/metrics/seconds';
import { whenOver } from '../../platform/server/disconnect';
import { DOORS, doorOf } from './doors';

const STATUSES = ['2xx', '3xx', '4xx', '5xx', 'gone'] as const;
/** Codes that an answer of the gateway or of a part can have. */
const CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CASE_CLOSED',
  'EMPTY_FILE',
  'FORBIDDEN',
  'GOING_AWAY',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'KEY_IN_ADDRESS',
  'NOT_ACCEPTABLE',
  'NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SIGN_IN_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'TOO_MANY_CHANGES',
  'TOO_MANY_REQUESTS',
  'TOO_MANY_ROWS',
  'UNAUTHENTICATED',
] as const;

const requests = processRegistry.counter({
  name: 'complaints_gateway_requests_total',
  help: 'Requests that the gateway has answered, by door and kind of status; "gone" are those whose caller hung up.',
  labels: { door: DOORS, status: STATUSES },
});
const durations = processRegistry.histogram({
  name: 'complaints_gateway_request_seconds',
  help: 'How long requests took from their head to the end of the answer, by door. Those that go on as events are left out.',
  labels: { door: DOORS },
  buckets: BUCKETS_SECONDS,
});
const errors = processRegistry.counter({
  name: 'complaints_gateway_errors_total',
  help: 'Errors and refusals in answers of the gateway, by code.',
  labels: { code: CODES },
});

/** Names of trusted operations that were asked: they come from what was published, never from a caller. */
const operationNames = knownNames();
const operations = processRegistry.counter({
  name: 'complaints_gateway_operations_total',
  help: 'Questions to the graph, by the name of a trusted operation; all others are "other".',
  labels: { operation: operationNames },
});
const operationSeconds = processRegistry.counter({
  name: 'complaints_gateway_operation_seconds_total',
  help: 'How long questions to the graph took together, by the name of a trusted operation.',
  labels: { operation: operationNames },
});

/** Counts a request once its answer is over, and how long that took. */
export function measureRequest(request: IncomingMessage, response: ServerResponse): void {
  const seconds = startWatch();
  const door = doorOf(request.url?.split('?')[0] ?? '');
  whenOver(request, response, () => {
    requests.add({ door, status: response.writableFinished ? statusOf(response) : 'gone' });
    if (!isStream(response)) durations.observe({ door }, seconds());
  });
}

/** Counts an error that an answer has, or that was the whole of it. */
export const countError = (code: unknown): void =>
  errors.add({ code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR' });

/** Counts a question to the graph once its answer is over; `trusted` is what was asked where that is an operation that is known. */
export function measureOperation(
  request: IncomingMessage,
  response: ServerResponse,
  trusted: { readonly operation: { readonly name: string } } | null,
): void {
  const operation = trusted === null ? OTHER : operationNames.add(trusted.operation.name);
  const seconds = startWatch();
  whenOver(request, response, () => {
    operations.add({ operation });
    if (!isStream(response)) operationSeconds.add({ operation }, seconds());
  });
}

const statusOf = ({ statusCode }: ServerResponse): string => `${Math.floor(statusCode / 100)}xx`;

/** Events go on for as long as somebody listens: how long that is, is no matter of speed. */
const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
