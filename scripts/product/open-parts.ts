import type { Settings } from '../../platform/config/settings';
import type { Logger } from '../../platform/logging/logger';
import type { Relay } from '../../platform/outbox/relay';
import { type Database, openDatabase } from '../../platform/postgres/open-database';
import { ensureSingleInstance } from '../../platform/postgres/single-instance';
import type { RunningSubgraph } from '../../platform/server/run-subgraph';
import type { Subgraph } from '../../platform/server/subgraph';
import { openSchemas, type Schemas } from '../../subgraphs/schemas';
import { openAuditSigner, startSealing } from './audit';
import { type Keys, openKeys } from './keys';
import { measureParts } from './metrics';
import { startRelay, startSubgraphs } from './open-product';
import { productSubgraphs } from './subgraphs';

/** What closes what was opened, in the order in which it was. */
export type Closing = (() => Promise<void>)[];

/** What a product stands on: its database, with all schemas up to date, and its keys. */
export interface Ground {
  readonly database: Database;
  readonly subgraphs: readonly Subgraph[];
  readonly schemas: Schemas;
  readonly opening: { readonly settings: Settings; readonly logger: Logger; readonly keys: Keys };
}

/** Opens the database for this process alone, where it is the embedded one, and brings it up to date. */
export async function openGround(
  { settings, logger }: { readonly settings: Settings; readonly logger: Logger },
  closing: Closing,
): Promise<Ground> {
  const database = await openDatabase({ settings });
  const only =
    settings.database.url === null
      ? await ensureSingleInstance({ ownerUrl: database.ownerUrl, place: settings.dataDirectory })
      : null;
  closing.push(() => database.stop());
  database.keepRunning((sentence) => logger.error(sentence));
  if (only) closing.push(() => only.release());
  const subgraphs = productSubgraphs(settings);
  const schemas = await openSchemas({ database, subgraphs, clock: settings.clock });
  closing.push(() => schemas.close());
  return { database, subgraphs, schemas, opening: { settings, logger, keys: await openKeys(settings) } };
}

/** Starts the relay, the sealing of audit logs and the parts themselves. */
export async function startParts(
  { subgraphs, schemas, opening }: Ground,
  closing: Closing,
): Promise<{
  readonly running: readonly RunningSubgraph[];
  readonly relay: Pick<Relay, 'drain' | 'hasCaughtUp'>;
}> {
  const forget = measureParts(schemas, subgraphs);
  closing.push(async () => forget());
  const relay = startRelay(schemas, opening.logger);
  closing.push(() => relay.stop());
  const sealing = startSealing(opening, { schemas, parts: subgraphs });
  closing.push(() => sealing.stop());
  const auditSigner = await openAuditSigner(opening.settings);
  const running = await startSubgraphs(opening, { schemas, subgraphs, auditSigner, relay });
  closing.push(async () => void (await Promise.all(running.map((part) => part.stop()))));
  return { running, relay };
}
