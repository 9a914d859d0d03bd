import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { IMPORT_SCOPE } from '../platform/transaction/scope';
import { inTransaction } from '../platform/transaction/transaction';
import { waitsForSearch } from '../subgraphs/intake/subgraph';
import { subgraphNames } from '../subgraphs/registry';
import { carryOutOn } from './import/carry-out-on';
import { findDuplicatesOn } from './import/find-duplicates-on';
import type { ImportingOn } from './import/importing';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

/**
 * `npm run amend`: carries out what people decided about rows and imports and nobody has carried out yet, waits for the
 * figures to follow, and searches what has changed for likely duplicates. The product does it by itself, each of both
 * (`--decisions`, `--duplicates`) when there is something to do; where its parts run apart, somebody has to.
 */
runMain(async () => {
  const parts = process.argv.slice(2);
  const isAsked = (part: string) => parts.length === 0 || parts.includes(part);
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  try {
    await withSchemas({ database, settings }, async (schemas) => {
      if (isAsked('--decisions')) await carryOutDecisions({ schemas, settings });
      if (isAsked('--duplicates')) await searchForDuplicates({ schemas, settings });
    });
  } finally {
    await database.stop();
  }
});

async function carryOutDecisions({ schemas, settings }: ImportingOn): Promise<void> {
  const relay = schemas.relay({ onFailure: () => undefined, onDeadLetter: () => undefined });
  await relay.drain();
  const settled = await carryOutOn({ schemas, settings });
  await relay.drain();
  process.stdout.write(`${settled === 1 ? 'One decision' : `${settled} decisions`} carried out.\n`);
}

async function searchForDuplicates(on: ImportingOn): Promise<void> {
  const waits = await inTransaction(on.schemas.of('intake'), IMPORT_SCOPE, waitsForSearch);
  const found = waits ? await findDuplicatesOn(on) : 0;
  process.stdout.write(`${found === 1 ? 'One likely duplicate' : `${found} likely duplicates`} more.\n`);
}
