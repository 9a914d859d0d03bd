import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { IMPORT_SCOPE } from '../platform/transaction/scope';
import { inTransaction } from '../platform/transaction/transaction';
import { addWork } from '../subgraphs/intake/subgraph';
import { subgraphNames } from '../subgraphs/registry';
import { performWork } from './jobs/perform-work';
import { rebuildAll } from './jobs/rebuild-all';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

const ELSEWHERE = 'Another process is building anew, and does what was asked for: see the list of jobs.';

/**
 * `npm run rebuild`: builds anew, from the first event on, all that follows other parts: facts and copies of names. With
 * `--asked` only where somebody asked for it, as the product does by itself.
 */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  try {
    await withSchemas({ database, settings }, async (schemas) => {
      const [intake, { clock }] = [schemas.of('intake'), settings];
      if (!process.argv.includes('--asked'))
        await inTransaction(intake, IMPORT_SCOPE, (transaction) =>
          addWork(transaction, 'rebuild', clock.now()),
        );
      const built = await performWork({ intake, clock, kind: 'rebuild' }, (heed) =>
        rebuildAll({ schemas, settings }, heed),
      );
      process.stdout.write(`${built.length === 0 ? ELSEWHERE : built.join('\n')}\n`);
    });
  } finally {
    await database.stop();
  }
});
