import { readSettings } from '../platform/config/settings';
import { createLogger } from '../platform/logging/logger';
import { safeDatabaseError } from '../platform/postgres/safe-error';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { subgraphNames } from '../subgraphs/registry';
import { loadDemonstration } from './product/demonstration';
import { type Closing, openGround, startParts } from './product/open-parts';
import { startGatewayOver } from './product/open-product';
import { runMain } from './product/refusal';
import { type Tells, toldModel } from './sandbox/messages';
import { prepareGuest } from './sandbox/prepare-guests';

/**
 * A product of its own with made-up records, for developers of partners: a process that the gateway starts when the first of them
 * comes, and that ends with it. It knows no address, key or password of the product beside it.
 */
runMain(async () => {
  const settings = readSettings(process.env, { subgraphs: subgraphNames() });
  if (process.send === undefined || settings.production)
    throw new Error('The sandbox is started by a gateway, for keys of the sandbox');
  const logger = createLogger({ level: settings.logLevel, part: 'sandbox' });
  const closing: Closing = [];
  stopOnSignal(async () => {
    for (const close of closing.reverse()) await close();
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const ground = await openGround({ settings, logger }, closing);
  const { running, relay } = await startParts(ground, closing);
  await loadDemonstration(ground.schemas);
  const { url, stop } = await startGatewayOver(
    ground.opening,
    new Map(running.map((part) => [part.name, part])),
  );
  closing.push(stop);
  process.on('message', (message) => {
    const { id, ...expected } = toldModel.parse(message);
    prepareGuest({ settings, schemas: ground.schemas, url }, expected)
      .then(() => relay.drain({ signal: AbortSignal.timeout(FOLLOWS_MILLIS) }))
      .then(
        () => tell({ id, isPrepared: true }),
        (error: unknown) => {
          logger.error(
            { err: safeDatabaseError(error) },
            'The sandbox could not be made ready for a partner',
          );
          tell({ id, isPrepared: false });
        },
      );
  });
  await relay.drain({ signal: AbortSignal.timeout(FOLLOWS_MILLIS) }).catch(() => undefined);
  tell({ url });
});

/** How long a guest waits for figures and events of what was made ready. */
const FOLLOWS_MILLIS = 20_000;

const tell = (tells: Tells): void => void process.send?.(tells);
