import { readSettings } from '../platform/config/settings';
import { ROLES } from '../platform/identity/roles';
import { createLogger } from '../platform/logging/logger';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { takePlace } from '../site/site';
import { subgraphNames } from '../subgraphs/registry';
import { watchAmendments } from './product/amendments';
import { announce } from './product/announce';
import { loadDemonstration } from './product/demonstration';
import { demonstrationIssuer } from './product/demonstration-issuer';
import { setTargets } from './product/demonstration-targets';
import { planWorkshops } from './product/demonstration-workshops';
import { watchIncoming } from './product/incoming';
import { watchDocuments } from './product/kept-documents';
import { openWatching } from './product/metrics';
import { type Closing, openGround, startParts } from './product/open-parts';
import { figuresFollow, startGatewayOver } from './product/open-product';
import { hasSite, openSignIn, openSite } from './product/open-site';
import { startPost } from './product/post';
import { runMain } from './product/refusal';
import { openSandbox } from './product/sandbox';
import { warmUp } from './product/warm-up';
import { startWebhooks } from './product/webhooks';

/** `npm start`: the whole product in one process, ready when it prints its addresses. */
runMain(async () => {
  const settings = readSettings(process.env, { subgraphs: subgraphNames(), roles: ROLES });
  const logger = createLogger({ level: settings.logLevel, part: 'product' });
  const closing: Closing = [];
  stopOnSignal(async () => {
    for (const close of closing.reverse()) await close();
  });
  const watching = await openWatching(settings, 'product');
  closing.push(() => watching.stop());
  const ground = await openGround({ settings, logger }, closing);
  const { database, schemas, opening } = ground;
  const site = hasSite(settings)
    ? await takePlace({ port: settings.site.port, bindAddress: settings.bindAddress })
    : null;
  if (site) closing.push(() => site.close());
  const { running, relay } = await startParts(ground, closing);
  if (settings.demonstration) await loadDemonstration(schemas);
  const isCurrent = await figuresFollow(relay, logger);
  const sandbox = openSandbox(opening);
  closing.push(() => sandbox.stop());
  const gateway = await startGatewayOver(opening, new Map(running.map((part) => [part.name, part])), {
    ...(site && { issuer: demonstrationIssuer(settings, site.url), siteUrl: settings.site.url ?? site.url }),
    sandbox,
  });
  closing.push(() => gateway.stop());
  await planWorkshops(settings, gateway.url);
  await setTargets(settings, gateway.url);
  if (site) {
    const signIn = await openSignIn(settings, opening.keys, site);
    const opened = await openSite({ ...opening, database, place: site, signIn, gatewayUrl: gateway.url });
    closing.push(() => opened.stop());
    await warmUp(settings, opened);
    const post = startPost(opened, logger);
    closing.push(() => post.stop());
  }
  const webhooks = startWebhooks({ schemas, logger });
  closing.push(() => webhooks.stop());
  const amendments = watchAmendments(schemas, logger);
  closing.push(() => amendments.stop());
  const incoming = watchIncoming({ schemas, settings }, logger);
  closing.push(() => incoming.stop());
  const documents = watchDocuments({ schemas, settings }, logger);
  closing.push(() => documents.stop());
  announce({ settings, url: gateway.url, siteUrl: site?.url ?? null, isCurrent });
});
