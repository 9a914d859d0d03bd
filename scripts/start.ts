import { readSettings } from '../platform/config/settings';
import { ROLES } from '../platform/identity/roles';
import { createLogger } from '../platform/logging/logger';
import { openDatabase } from '../platform/postgres/open-database';
import { ensureSingleInstance } from '../platform/postgres/single-instance';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { takePlace } from '../site/site';
import { subgraphNames } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { watchAmendments } from './product/amendments';
import { announce } from './product/announce';
import { openAuditSigner, startSealing } from './product/audit';
import { loadDemonstration } from './product/demonstration';
import { demonstrationIssuer } from './product/demonstration-issuer';
import { planWorkshops } from './product/demonstration-workshops';
import { watchIncoming } from './product/incoming';
import { openKeys } from './product/keys';
import { figuresFollow, startGatewayOver, startRelay, startSubgraphs } from './product/open-product';
import { hasSite, openSignIn, openSite } from './product/open-site';
import { runMain } from './product/refusal';
import { productSubgraphs } from './product/subgraphs';
import { warmUp } from './product/warm-up';
import { startWebhooks } from './product/webhooks';

/** `npm start`: the whole product in one process, ready when it prints its addresses. */
runMain(async () => {
  const settings = readSettings(process.env, { subgraphs: subgraphNames(), roles: ROLES });
  const logger = createLogger({ level: settings.logLevel, part: 'product' });
  const closing: (() => Promise<void>)[] = [];
  stopOnSignal(async () => {
    for (const close of closing.reverse()) await close();
  });
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
  const opening = { settings, logger, keys: await openKeys(settings) };
  const site = hasSite(settings)
    ? await takePlace({ port: settings.site.port, bindAddress: settings.bindAddress })
    : null;
  if (site) closing.push(() => site.close());
  const relay = startRelay(schemas, logger);
  closing.push(() => relay.stop());
  const sealing = startSealing(opening, { schemas, parts: subgraphs });
  closing.push(() => sealing.stop());
  const auditSigner = await openAuditSigner(settings);
  const running = await startSubgraphs(opening, { schemas, subgraphs, auditSigner, relay });
  closing.push(async () => void (await Promise.all(running.map((part) => part.stop()))));
  if (settings.demonstration) await loadDemonstration(schemas);
  const isCurrent = await figuresFollow(relay, logger);
  const gateway = await startGatewayOver(
    opening,
    new Map(running.map((part) => [part.name, part])),
    site ? { issuer: demonstrationIssuer(settings, site.url), siteUrl: settings.site.url ?? site.url } : {},
  );
  closing.push(() => gateway.stop());
  await planWorkshops(settings, gateway.url);
  if (site) {
    const signIn = await openSignIn(settings, opening.keys, site);
    const opened = await openSite({ ...opening, database, place: site, signIn, gatewayUrl: gateway.url });
    closing.push(() => opened.stop());
    await warmUp(settings, opened);
  }
  const webhooks = startWebhooks({ schemas, logger });
  closing.push(() => webhooks.stop());
  const amendments = watchAmendments(schemas, logger);
  closing.push(() => amendments.stop());
  const incoming = watchIncoming({ schemas, settings }, logger);
  closing.push(() => incoming.stop());
  announce({ settings, url: gateway.url, siteUrl: site?.url ?? null, isCurrent });
});
