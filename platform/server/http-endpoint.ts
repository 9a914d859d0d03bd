import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { TlsFiles } from '../config/tls';
import { IDENTITY_HEADER } from '../identity/identity-token';
import type { Logger } from '../logging/logger';
import { answerMetrics } from '../metrics/metrics-server';
import type { MetricsRegistry } from '../metrics/registry';
import { safeDatabaseError } from '../postgres/safe-error';
import { type Current, onAccountOf } from '../tracing/current';
import { inSpan } from '../tracing/span';
import { newTrace, readTraceParent, TRACE_HEADER } from '../tracing/trace-context';
import { NoConnectionError } from '../transaction/transaction';
import { isWithinBytes } from './answer-size';
import { sendChanges } from './changes-over-http';
import { abortedOnDisconnect } from './disconnect';
import { badUserInput } from './errors';
import type { SubgraphExecutor, SubgraphRequest } from './executor';
import { httpServer } from './http-server';
import { readJson } from './json-body';
import { addressOf, closed, listening } from './listening';
import { measureEndpoint } from './measure-endpoint';
import { RECORDS_TYPE, RESULT_HEADER } from './records-over-http';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id';

export interface HttpEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** A list of two hundred representations takes some 30 KB. */
const MAX_BODY_BYTES = 1_000_000;

const bodyModel = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Opens a subgraph to a gateway elsewhere: POST /graphql, /records and /changes with an identity, and GET /health/live and /health/ready. */
export async function openHttpEndpoint({
  executor,
  port,
  bindAddress,
  tls,
  logger,
  name,
  metrics = null,
}: {
  executor: SubgraphExecutor;
  port: number;
  bindAddress: string | null | undefined;
  tls: TlsFiles | null;
  logger: Logger;
  name: string;
  /** What this process measures, where its own port tells it; by default it does not. */
  metrics?: MetricsRegistry | null;
}): Promise<HttpEndpoint> {
  const closing = new AbortController();
  const server = httpServer({ tls }, (request, response) => {
    measureEndpoint(request, response);
    const arrived = { request, response, closing: closing.signal, metrics, part: name };
    onAccountOf(accountOf(request), () => handle(executor, arrived)).catch((error: unknown) => {
      if (!response.destroyed)
        logger.error({ err: safeDatabaseError(error), subgraph: name }, 'A request failed');
      reply(response, error instanceof NoConnectionError ? 503 : 500, null);
    });
  });
  const taken = await listening(server, {
    ...{ port, setting: 'SUBGRAPH_PORT' },
    ...(bindAddress === undefined ? {} : { bindAddress }),
  });
  return {
    url: `${addressOf(taken, bindAddress, tls === null ? 'http' : 'https')}/graphql`,
    close() {
      // What has no end of its own would be waited for.
      closing.abort();
      return closed(server);
    },
  };
}

/** On whose account the gateway asks. */
const accountOf = ({ headers }: IncomingMessage): Current => ({
  trace: readTraceParent(singleOf(headers[TRACE_HEADER])) ?? newTrace(),
  requestId: requestIdOf(singleOf(headers[REQUEST_ID_HEADER])),
});

const QUESTIONS: ReadonlySet<string> = new Set(['POST /graphql', 'POST /records', 'POST /changes']);

interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborted when the endpoint is closed. */
  readonly closing: AbortSignal;
  readonly metrics: MetricsRegistry | null;
  readonly part: string;
}

async function handle(
  executor: SubgraphExecutor,
  { request, response, closing, metrics, part }: Arrived,
): Promise<void> {
  const route = `${request.method} ${request.url?.split('?')[0]}`;
  if (route === 'GET /health/live') return reply(response, 200, { live: true });
  if (route === 'GET /health/ready') {
    const ready = await executor.ready();
    const findings = (await executor.findings?.()) ?? [];
    return reply(response, ready ? 200 : 503, { ready, ...(findings.length > 0 && { findings }) });
  }
  if (route === 'GET /metrics' && metrics !== null) return answerMetrics(metrics, response);
  if (!QUESTIONS.has(route)) return reply(response, 404, null);
  const body = await bodyOf(request);
  if (body === null) return reply(response, 400, null);
  const { query, variables, operationName } = body;
  const asked = {
    query,
    variables: variables ?? {},
    operationName: operationName ?? null,
    identityToken: headerOf(request, IDENTITY_HEADER),
    requestId: requestIdOf(headerOf(request, REQUEST_ID_HEADER)),
    signal: abortedOnDisconnect(request, response),
  };
  if (route === 'POST /records') return sendRecords(executor, asked, response);
  if (route === 'POST /changes')
    return tellChanges(executor, { ...asked, signal: AbortSignal.any([asked.signal, closing]) }, response);
  const result = await inSpan({ name: 'answer', attributes: { part } }, () => executor.execute(asked));
  if (!isWithinBytes(result)) return reply(response, 200, { data: null, errors: [tooLong.toJSON()] });
  reply(response, 200, result);
}

/** The answer stands in a header, and the records that it says are coming in the body; a body that breaks off has no end. */
async function sendRecords(
  executor: SubgraphExecutor,
  asked: SubgraphRequest,
  response: ServerResponse,
): Promise<void> {
  if (executor.read === undefined) return reply(response, 404, null);
  const { result, records } = await executor.read(asked);
  if (records === null) return reply(response, 200, result);
  response.writeHead(200, {
    'content-type': RECORDS_TYPE,
    [RESULT_HEADER]: encodeURIComponent(JSON.stringify(result)),
  });
  await pipeline(records, response);
}

/** A part that tells of no changes says so, and is asked no more. */
async function tellChanges(
  { follow }: SubgraphExecutor,
  { identityToken, signal }: SubgraphRequest,
  response: ServerResponse,
): Promise<void> {
  if (follow === undefined) return void response.writeHead(204).end();
  if (identityToken === null) return reply(response, 403, null);
  await sendChanges(follow, { identityToken, signal }, response);
}

async function bodyOf(request: IncomingMessage): Promise<z.output<typeof bodyModel> | null> {
  try {
    return bodyModel.parse(await readJson(request, MAX_BODY_BYTES));
  } catch {
    return null;
  }
}

const headerOf = ({ headers }: IncomingMessage, name: string): string | null => singleOf(headers[name]);

const singleOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null;

const tooLong = badUserInput('The answer would be too long. Ask for fewer rows or fields at a time.');

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
