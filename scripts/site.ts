import { readSettings } from '../platform/config/settings';
import { ROLES } from '../platform/identity/roles';
import { createLogger } from '../platform/logging/logger';
import { openDatabase } from '../platform/postgres/open-database';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { takePlace } from '../site/site';
import { subgraphNames } from '../subgraphs/registry';
import { openTokenKeys } from './product/keys';
import { openWatching } from './product/metrics';
import { openSignIn, openSite } from './product/open-site';
import { startPost } from './product/post';
import { runMain } from './product/refusal';

/** `npm run site`: the complaints site alone, over the gateway that SITE_GATEWAY_URL names. */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'site', subgraphs: subgraphNames(), roles: ROLES });
  const { gatewayUrl } = settings.site;
  if (gatewayUrl === null) {
    process.stderr.write('The site does not know where the gateway answers: set SITE_GATEWAY_URL.\n');
    process.exit(1);
  }
  const logger = createLogger({ level: settings.logLevel, part: 'site' });
  const watching = await openWatching(settings, 'site');
  const place = await takePlace({ port: settings.site.port, bindAddress: settings.bindAddress });
  const database = await openDatabase({ settings });
  database.keepRunning((sentence) => logger.error(sentence));
  const keys = await openTokenKeys(settings);
  const signIn = await openSignIn(settings, keys, place);
  const site = await openSite({ settings, logger, keys, database, place, signIn, gatewayUrl });
  const post = startPost(site, logger);
  stopOnSignal(async () => {
    await post.stop();
    await site.stop();
    await database.stop();
    await watching.stop();
  });
  process.stdout.write(`The complaints site answers at ${site.url}\n`);
});
