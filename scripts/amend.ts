import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { loadSubgraphs, subgraphNames } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { carryOutOn } from './import/carry-out';
import { findDuplicatesOn } from './import/find-duplicates';
import { runMain } from './product/refusal';

/** Undoing an import may move a million rows in one statement. */
const STATEMENT_TIMEOUT_MILLIS = 60 * 60_000;

/**
 * `npm run amend`: carries out what people decided about rows and imports and nobody has carried out yet, waits for the
 * figures to follow, and searches what has changed for likely duplicates. The product does it by itself; where its parts
 * run apart, somebody has to.
 */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  try {
    const schemas = await openSchemas({
      database,
      subgraphs: loadSubgraphs(),
      clock: settings.clock,
      statementTimeoutMillis: STATEMENT_TIMEOUT_MILLIS,
    });
    try {
      const courier = schemas.courier({ onFailure: () => undefined, onSetAside: () => undefined });
      await courier.drain();
      const settled = await carryOutOn({ schemas, settings });
      await courier.drain();
      process.stdout.write(`${settled === 1 ? 'One decision' : `${settled} decisions`} carried out.\n`);
      const found = await findDuplicatesOn({ schemas, settings });
      process.stdout.write(
        `${found === 1 ? 'One new likely duplicate' : `${found} new likely duplicates`} found.\n`,
      );
    } finally {
      await schemas.close();
    }
  } finally {
    await database.stop();
  }
});
