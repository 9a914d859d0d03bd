import { Readable } from 'node:stream';
import type { FormattedExecutionResult } from 'graphql';
import { z } from 'zod';
import { IDENTITY_HEADER } from '../identity/identity-token';
import { traceParent } from '../tracing/current';
import { TRACE_HEADER } from '../tracing/trace-context';
import { readChanges } from './changes-over-http';
import type { FollowRequest, SubgraphExecutor, SubgraphRequest } from './executor';
import { CHANGES } from './follow-changes';
import { RESULT_HEADER } from './records-over-http';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id';

const READY_TIMEOUT_MILLIS = 2_000;

const resultModel = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/**
 * A subgraph at an address, such as http://corporate:4001/graphql. Each request is sent on its own: equal ones of
 * different callers are never taken for one. Rejects for every answer that is not a GraphQL one.
 */
export function remoteSubgraph({ url }: { url: string }): SubgraphExecutor {
  return {
    async execute(request) {
      const response = await post(url, request);
      return resultIn(await response.json());
    },
    async read(request) {
      const response = await post(new URL('/records', url), request);
      const told = response.headers.get(RESULT_HEADER);
      if (told === null || response.body === null)
        return { result: resultIn(await response.json()), records: null };
      return {
        result: resultIn(JSON.parse(decodeURIComponent(told))),
        records: Readable.from(response.body, { objectMode: false }),
      };
    },
    follow: (request) => followAt(new URL('/changes', url), request),
    ready: () => isReady(new URL('/health/ready', url)),
    findings: () => findingsAt(new URL('/health/ready', url)),
  };
}

/** Throws for every status but that of success. */
async function post(
  url: string | URL,
  { query, variables, operationName, identityToken, requestId, signal }: SubgraphRequest,
): Promise<Response> {
  const trace = traceParent();
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      'content-type': 'application/json',
      [REQUEST_ID_HEADER]: requestId,
      ...(trace === null ? {} : { [TRACE_HEADER]: trace }),
      ...(identityToken === null ? {} : { [IDENTITY_HEADER]: identityToken }),
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  if (!response.ok) throw new Error(`The subgraph answered with status ${response.status}`);
  return response;
}

/** The status with which a part answers that tells of no changes. */
const NOTHING_TOLD = 204;

/** Resolves when the part has begun to tell. */
async function followAt(
  address: URL,
  { identityToken, signal, onChange, onLost }: FollowRequest,
): Promise<void> {
  const reading = new AbortController();
  const { status, body } = await post(address, {
    ...CHANGES,
    ...{ identityToken, requestId: requestIdOf(null), signal: AbortSignal.any([signal, reading.signal]) },
  });
  if (status === NOTHING_TOLD) return;
  if (body === null) throw new Error('The subgraph tells of no changes');
  void readChanges(body, { onChange, onSilence: () => reading.abort() })
    .catch(() => undefined)
    .then(() => {
      if (!signal.aborted) onLost();
    });
}

function resultIn(answer: unknown): FormattedExecutionResult {
  const { data, errors } = resultModel.parse(answer);
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
}

async function isReady(address: URL): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(READY_TIMEOUT_MILLIS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

const readyModel = z.object({ findings: z.array(z.string()).default([]) });

/** None where it does not answer: then it is not ready either. */
async function findingsAt(address: URL): Promise<readonly string[]> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(READY_TIMEOUT_MILLIS) });
    return readyModel.parse(await response.json()).findings;
  } catch {
    return [];
  }
}
