import type { Settings } from '../../platform/config/settings';
import { createLogger } from '../../platform/logging/logger';
import { openDatabase } from '../../platform/postgres/open-database';
import { stopOnSignal } from '../../platform/server/stop-on-signal';
import { loadSubgraphs } from '../../subgraphs/registry';
import { openSchemas } from '../../subgraphs/schemas';
import { watchAmendments } from '../product/amendments';
import { watchIncoming } from '../product/incoming';
import { watchDocuments } from '../product/kept-documents';
import { openWatching } from '../product/metrics';

/** Watches the folder and does all long work, as the product does, until it is told to stop. Resolves once it works. */
export async function keepWorking(settings: Settings): Promise<void> {
  const logger = createLogger({ level: settings.logLevel, part: 'jobs' });
  const closing: (() => Promise<void>)[] = [(await openWatching(settings, 'jobs')).stop];
  stopOnSignal(async () => {
    for (const close of closing.reverse()) await close();
  });
  const database = await openDatabase({ settings });
  closing.push(() => database.stop());
  database.keepRunning((sentence) => logger.error(sentence));
  const schemas = await openSchemas({ database, subgraphs: loadSubgraphs(), clock: settings.clock });
  closing.push(() => schemas.close());
  closing.push(watchAmendments(schemas, logger).stop);
  const incoming = watchIncoming({ schemas, settings }, logger);
  closing.push(() => incoming.stop());
  const documents = watchDocuments({ schemas, settings }, logger);
  closing.push(() => documents.stop());
  process.stdout.write(`Watching ${settings.imports.watchedFolder ?? 'no folder'}. Stop it with Ctrl-C.\n`);
}
