import type { Settings } from '../../platform/config/settings';
import type { Database } from '../../platform/postgres/open-database';
import { loadSubgraphs } from '../../subgraphs/registry';
import { openSchemas, type Schemas } from '../../subgraphs/schemas';

/** A statement may move a million rows. */
const STATEMENT_TIMEOUT_MILLIS = 60 * 60_000;

/** Opens every schema for work that moves many rows, and closes them whatever becomes of it. */
export async function withSchemas(
  { database, settings }: { database: Database; settings: Pick<Settings, 'clock'> },
  work: (schemas: Schemas) => Promise<void>,
): Promise<void> {
  const schemas = await openSchemas({
    database,
    subgraphs: loadSubgraphs(),
    clock: settings.clock,
    statementTimeoutMillis: STATEMENT_TIMEOUT_MILLIS,
  });
  try {
    await work(schemas);
  } finally {
    await schemas.close();
  }
}
