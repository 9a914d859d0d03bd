import { z } from 'zod';
import { defineGauge } from '../metrics/gauge';
import { knownParts } from '../metrics/known-names';
import type { Family } from '../metrics/metric';
import type { DataSource } from '../transaction/transaction';

/** What `pg` tells of a pool. */
const poolModel = z.object({
  totalCount: z.number(),
  idleCount: z.number(),
  waitingCount: z.number(),
});
const driverModel = z.object({ master: poolModel });

const connections = defineGauge({
  name: 'complaints_database_connections',
  help: 'Connections of each part: how many are open, how many of these do nothing, and how many callers wait for one.',
  labels: { part: knownParts, state: ['open', 'idle', 'waiting'] },
});

/** How the pools of these parts are used. A driver of another kind tells nothing. */
export function readPools(
  parts: readonly { readonly name: string; readonly dataSource: DataSource }[],
): Family {
  return connections(
    parts.flatMap(({ name, dataSource }) => {
      const pool = driverModel.safeParse(dataSource.driver).data?.master;
      if (pool === undefined) return [];
      const part = knownParts.add(name);
      return [
        [{ part, state: 'open' }, pool.totalCount] as const,
        [{ part, state: 'idle' }, pool.idleCount] as const,
        [{ part, state: 'waiting' }, pool.waitingCount] as const,
      ];
    }),
  );
}
