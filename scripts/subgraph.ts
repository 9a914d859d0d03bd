import { readSettings } from '../platform/config/settings';
import { createLogger } from '../platform/logging/logger';
import { processRegistry } from '../platform/metrics/process-registry';
import { openDatabase } from '../platform/postgres/open-database';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { subgraphNames } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { openAuditSigner, startSealing } from './product/audit';
import { openKeys } from './product/keys';
import { measureParts, openWatching, tellsMetrics } from './product/metrics';
import { startRelay, startSubgraphs } from './product/open-product';
import { runMain } from './product/refusal';
import { productSubgraphs } from './product/subgraphs';
import { startWebhooks } from './product/webhooks';

/** `npm run subgraph -- NAME`: one part alone, as a deployment runs it. */
runMain(async () => {
  const [name = ''] = process.argv.slice(2);
  if (!subgraphNames().includes(name)) {
    process.stderr.write(
      `Usage: npm run subgraph -- NAME, where NAME is one of: ${subgraphNames().join(', ')}.\n`,
    );
    process.exit(2);
  }
  const settings = readSettings(process.env, { part: 'subgraph', subgraphs: subgraphNames() });
  const logger = createLogger({ level: settings.logLevel, part: name });
  const watching = await openWatching(settings, name);
  const database = await openDatabase({ settings });
  database.keepRunning((sentence) => logger.error(sentence));
  const subgraphs = productSubgraphs(settings);
  const schemas = await openSchemas({ database, subgraphs, clock: settings.clock, only: name });
  const keys = await openKeys(settings);
  const relay = startRelay(schemas, logger);
  const parts = subgraphs.filter((subgraph) => subgraph.name === name);
  const forget = measureParts(schemas, parts);
  const sealing = startSealing({ settings, logger }, { schemas, parts });
  const auditSigner = await openAuditSigner(settings);
  const webhooks = name === 'access' ? startWebhooks({ schemas, logger }) : null;
  const [part] = await startSubgraphs(
    { settings, logger, keys },
    { schemas, subgraphs: parts, auditSigner, relay },
  );
  const metricsHere = tellsMetrics(settings) ? processRegistry : null;
  const door = await part?.listen(settings.subgraphPort, settings.bindAddress, settings.tls, metricsHere);
  stopOnSignal(async () => {
    await door?.close();
    forget();
    await relay.stop();
    await webhooks?.stop();
    await part?.stop();
    await sealing.stop();
    await schemas.close();
    await database.stop();
    await watching.stop();
  });
  process.stdout.write(`${name} answers the gateway at ${door?.url}\n`);
});
