import { readSettings } from '../platform/config/settings';
import { rebuild } from '../platform/outbox/rebuild';
import { openDatabase } from '../platform/postgres/open-database';
import { noteWork } from '../subgraphs/intake/subgraph';
import { loadSubgraphs, subgraphNames } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { runMain } from './product/refusal';

/** Replaying a million events in one transaction takes minutes. */
const STATEMENT_TIMEOUT_MILLIS = 30 * 60_000;

/** `npm run rebuild`: builds anew, from the first event on, all that follows other parts: facts and copies of names. */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({
    database,
    subgraphs: loadSubgraphs(),
    clock: settings.clock,
    statementTimeoutMillis: STATEMENT_TIMEOUT_MILLIS,
  });
  await noteWork({ intake: schemas.of('intake'), clock: settings.clock, kind: 'rebuild' }, async () => {
    for (const consumer of schemas.consumers) {
      const aside = await rebuild({ consumer, sources: schemas.sources, clock: settings.clock });
      const still = aside.length === 0 ? '' : ` ${aside.length} events are set aside still.`;
      process.stdout.write(`Built anew: ${consumer.schema}, ${consumer.follower.name}.${still}\n`);
    }
  });
  await schemas.close();
  await database.stop();
});
