import { readUnsealed } from '../../platform/audit/seals/unsealed';
import type { Settings } from '../../platform/config/settings';
import { openMetricsServer } from '../../platform/metrics/metrics-server';
import { processRegistry } from '../../platform/metrics/process-registry';
import { watchProcess } from '../../platform/metrics/process-state';
import { readSeldom } from '../../platform/metrics/read-seldom';
import { readLag } from '../../platform/outbox/lag';
import { readDatabaseSize } from '../../platform/postgres/database-size';
import { readPools } from '../../platform/postgres/pool-state';
import type { Subgraph } from '../../platform/server/subgraph';
import { inTransaction } from '../../platform/transaction/transaction';
import type { Schemas } from '../../subgraphs/schemas';
import { openTracing } from './tracing';

/** Whether the gateway and parts tell metrics at their own ports: never in production. */
export const tellsMetrics = ({ production }: Pick<Settings, 'production'>): boolean => !production;

/**
 * Measures this process from now on, and tells it at a port of its own where the settings name one; sends its traces where they name
 * where to. `part` is what runs here.
 */
export async function openWatching(
  settings: Pick<Settings, 'metricsPort' | 'bindAddress' | 'tracesEndpoint'>,
  part: string,
): Promise<{ stop(): Promise<void> }> {
  const { metricsPort, bindAddress } = settings;
  const tracing = await openTracing(settings, part);
  const watched = watchProcess();
  const takeAway = processRegistry.collect(watched.read);
  const server =
    metricsPort === null
      ? null
      : await openMetricsServer({ registry: processRegistry, port: metricsPort, bindAddress });
  return {
    async stop() {
      takeAway();
      watched.stop();
      await server?.close();
      await tracing.stop();
    },
  };
}

/** Measures these parts: their connections, followers, audit logs and what they tell of their own tables. Gives what ends it. */
export function measureParts(
  { of, consumers, sources }: Pick<Schemas, 'of' | 'consumers' | 'sources'>,
  parts: readonly Subgraph[],
): () => void {
  const places = parts.map(({ name }) => ({ name, schema: name, dataSource: of(name) }));
  const collectors = [
    () => [readPools(places)],
    readSeldom(() => readLag({ consumers, sources })),
    readSeldom(async () => [await readUnsealed(places)]),
    readSeldom(() => Promise.all(places.map(({ name, dataSource }) => readDatabaseSize(name, dataSource)))),
    ...parts.flatMap(({ name, gauges = [] }) =>
      gauges.map(({ role, read }) =>
        readSeldom(async () => [await inTransaction(of(name), { subject: role, role }, read)]),
      ),
    ),
  ].map((collector) => processRegistry.collect(collector));
  return () => {
    for (const takeAway of collectors) takeAway();
  };
}
