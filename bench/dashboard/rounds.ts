import { timed } from '../figures';
import type { RunningDuckdb } from '../others/duckdb';
import type { RunningPostgraphile } from '../others/postgraphile';
import { type Asking, ask, askAnew } from './asking';
import { DASHBOARD, DASHBOARD_OPERATION } from './questions';

/** Who answers the dashboard. */
export interface Contenders extends Asking {
  readonly duckdb: RunningDuckdb;
  readonly postgraphile: RunningPostgraphile;
}

/** Milliseconds of all twelve questions: the product counting anew and keeping, and what is measured beside it. */
export type WholeTimes = Readonly<Record<'anew' | 'kept' | 'duckdb' | 'groupBy' | 'postgraphile', number[]>>;

export const WARM_UP = 3;
/** Rounds of those that take seconds. */
export const SLOW_ROUNDS = 3;
/** Longer than that no one looks at a dashboard that does not come. */
export const PATIENCE_MILLIS = 120_000;

/**
 * Everybody in turn, again and again, so that what else runs on the machine slows down all alike. The slow ones take part in
 * the first rounds alone.
 */
export async function inRounds(contenders: Contenders, runs: number): Promise<WholeTimes> {
  const times: WholeTimes = { anew: [], kept: [], duckdb: [], groupBy: [], postgraphile: [] };
  const bare = DASHBOARD.map((question) => question.bare);
  const { product, client, duckdb, postgraphile } = contenders;
  const quick = {
    anew: async () => (await timed(() => askAnew(contenders, DASHBOARD_OPERATION))).millis,
    kept: async () => (await timed(() => ask(product, DASHBOARD_OPERATION))).millis,
    duckdb: () => duckdb.millisOf(bare),
  };
  for (let round = -WARM_UP; round < runs; round += 1) {
    for (const name of ['anew', 'kept', 'duckdb'] as const) {
      const millis = await quick[name]();
      if (round >= 0) times[name].push(millis);
    }
    if (round < 0 || round >= SLOW_ROUNDS) continue;
    const grouping = await timed(async () => {
      for (const statement of bare) await client.query(statement);
    });
    times.groupBy.push(grouping.millis);
    // Who once did not answer in time is not asked again.
    if (times.postgraphile.length < round) continue;
    const { millis, result } = await timed(() => postgraphile.ask(PATIENCE_MILLIS));
    if (result) times.postgraphile.push(millis);
  }
  return times;
}
