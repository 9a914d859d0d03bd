import type { Client } from 'pg';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { repeated } from '../figures';
import { type AskedOperation, DASHBOARD_OPERATION } from './questions';

/** The product that is asked, and a connection to its database past all row-level security. */
export interface Asking {
  readonly product: RunningProduct;
  readonly client: Client;
}

/** What the projector changes with every batch that it followed: no answer of before stands any more. */
export const CHANGE = `update insight.follower_place set id = id + 1 where follower = 'facts'`;

/** It takes seconds. */
export const RUNS_OF_FACTS = 3;

/** Throws where the answer has an error. */
export async function ask(product: RunningProduct, { query, variables }: AskedOperation): Promise<void> {
  const { errors } = await product.ask('analyst', query, variables);
  if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
}

/** As after something new was projected, so that no answer is one that was kept. */
export async function askAnew({ product, client }: Asking, operation: AskedOperation): Promise<void> {
  await client.query(CHANGE);
  await ask(product, operation);
}

/** The dashboard from facts alone; none where the product gives up: then a part did not answer in the gateway's time. */
export async function timesFromFacts({ product, client }: Asking): Promise<number[]> {
  // A rollup that is said to differ from the facts is not read.
  await client.query(`insert into insight.rollup_drift (rollup, cells, found_at)
    select relname, 1, now() from pg_class
    where relnamespace = 'insight'::regnamespace and relkind = 'r' and relname ~ '${ROLLUPS}'`);
  const { query, variables } = DASHBOARD_OPERATION;
  const { errors } = await product.ask('analyst', query, variables);
  const times = errors
    ? []
    : await repeated({ warmUp: 0, runs: RUNS_OF_FACTS }, () =>
        askAnew({ product, client }, DASHBOARD_OPERATION),
      );
  await client.query('delete from insight.rollup_drift');
  return times;
}

const ROLLUPS = '^(flow|open)_by|^answer_days';

/** What facts and rollups take on disk, with their indexes. */
export interface Megabytes {
  readonly facts: number;
  readonly rollups: number;
}

export async function megabytesIn(client: Client): Promise<Megabytes> {
  const { rows } = await client.query<{ facts: number; rollups: number }>(
    `select (sum(pg_total_relation_size(oid)) filter (where relname = 'stage_fact') / 1e6)::float as facts,
       (sum(pg_total_relation_size(oid)) filter (where relname ~ '${ROLLUPS}') / 1e6)::float as rollups
     from pg_class where relnamespace = 'insight'::regnamespace and relkind = 'r'`,
  );
  return rows[0] ?? { facts: Number.NaN, rollups: Number.NaN };
}
