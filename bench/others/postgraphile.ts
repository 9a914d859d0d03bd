import type { Client } from 'pg';
import { z } from 'zod';
import type { Installed } from './install';
import { startOther } from './other-process';
import { POSTGRAPHILE_OPERATION, STAGES_VIEW } from './postgraphile-questions';

const readyModel = z.object({ port: z.number() });
const answerModel = z.object({ errors: z.array(z.object({ message: z.string() })).optional() });
const SCHEMA = 'others';

/** PostGraphile over the same facts. */
export interface RunningPostgraphile {
  /** Asks the dashboard over HTTP; false where it does not answer within this time. Throws what it finds wrong. */
  ask(patienceMillis: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts it as a superuser, whom no row-level security costs anything. */
export async function startPostgraphile(
  installed: Installed,
  { client, url }: { readonly client: Client; readonly url: string },
): Promise<RunningPostgraphile> {
  await client.query(`create schema if not exists ${SCHEMA}`);
  await client.query(`create or replace view ${SCHEMA}.stage as ${STAGES_VIEW}`);
  const served = startOther(installed, 'serve-postgraphile.cjs', [url, SCHEMA]);
  const { port } = readyModel.parse(await served.heard());
  return {
    ask: (patienceMillis) => ask(`http://127.0.0.1:${port}/graphql`, patienceMillis),
    stop: () => served.stop(),
  };
}

async function ask(address: string, patienceMillis: number): Promise<boolean> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: POSTGRAPHILE_OPERATION }),
    signal: AbortSignal.timeout(patienceMillis),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') return null;
    throw error;
  });
  if (response === null) return false;
  const { errors } = answerModel.parse(await response.json());
  if (errors) throw new Error(`PostGraphile answered with an error: ${errors[0]?.message}`);
  return true;
}
