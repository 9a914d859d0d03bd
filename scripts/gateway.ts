import { readSettings } from '../platform/config/settings';
import { ROLES } from '../platform/identity/roles';
import { createLogger } from '../platform/logging/logger';
import { stopOnSignal } from '../platform/server/stop-on-signal';
import { subgraphNames } from '../subgraphs/registry';
import { expectedIssuer } from './product/demonstration-issuer';
import { openKeys } from './product/keys';
import { openWatching } from './product/metrics';
import { startGatewayOver } from './product/open-product';
import { runMain } from './product/refusal';
import { openSandbox } from './product/sandbox';

/** `npm run gateway`: the gateway alone, over subgraphs at the addresses that SUBGRAPH_<NAME>_URL give. */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'gateway', subgraphs: subgraphNames(), roles: ROLES });
  const missing = subgraphNames().filter((name) => !settings.subgraphUrls.has(name));
  if (missing.length > 0) {
    const names = missing.map((name) => `SUBGRAPH_${name.toUpperCase()}_URL`).join(', ');
    process.stderr.write(`The gateway does not know where these parts are: set ${names}.\n`);
    process.exit(1);
  }
  const logger = createLogger({ level: settings.logLevel, part: 'gateway' });
  const watching = await openWatching(settings, 'gateway');
  const sandbox = openSandbox({ settings, logger });
  const gateway = await startGatewayOver(
    { settings, logger, keys: await openKeys(settings) },
    settings.subgraphUrls,
    {
      ...{ issuer: expectedIssuer(settings), sandbox },
      ...(settings.site.url === null ? {} : { siteUrl: settings.site.url }),
    },
  );
  stopOnSignal(async () => {
    await gateway.stop();
    await sandbox.stop();
    await watching.stop();
  });
  process.stdout.write(`The gateway answers at ${gateway.url}/graphql\n`);
});
