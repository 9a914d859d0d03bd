'use strict';
// The part of the product that sends to partners' addresses, as a process that can be killed: this machine may be sent to.
const path = require('node:path');
const dist = (file) => require(path.join(__dirname, '..', '..', 'dist', file));
const { readSettings } = dist('platform/config/settings');
const { createLogger } = dist('platform/logging/logger');
const { openDatabase } = dist('platform/postgres/open-database');
const { createPostWebhook } = dist('platform/webhooks/post-webhook');
const { startWebhooks } = dist('scripts/product/webhooks');
const { subgraph } = dist('subgraphs/access/subgraph');
const { openSchemas } = dist('subgraphs/schemas');
const { loadSubgraphs } = dist('subgraphs/registry');

async function send() {
  const settings = readSettings(process.env);
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({
    ...{ database, subgraphs: loadSubgraphs(), clock: settings.clock, only: subgraph.name },
  });
  startWebhooks(
    { schemas, logger: createLogger({ level: 'warn' }) },
    createPostWebhook({ allowsLoopback: true }),
  );
}

send().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
