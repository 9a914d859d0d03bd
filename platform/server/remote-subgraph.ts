import { z } from 'zod';
import { IDENTITY_HEADER } from '../identity/identity-token';
import type { SubgraphExecutor } from './executor';
import { REQUEST_ID_HEADER } from './request-id';

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
    async execute({ query, variables, operationName, identityToken, requestId, signal }) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: {
          'content-type': 'application/json',
          [REQUEST_ID_HEADER]: requestId,
          ...(identityToken === null ? {} : { [IDENTITY_HEADER]: identityToken }),
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      if (!response.ok) throw new Error(`The subgraph answered with status ${response.status}`);
      const { data, errors } = resultModel.parse(await response.json());
      return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
    },
    ready: () => isReady(new URL('/health/ready', url)),
    findings: () => findingsAt(new URL('/health/ready', url)),
  };
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
