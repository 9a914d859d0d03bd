import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { subgraphNames } from '../subgraphs/registry';
import { runFollowed } from './import/followed';
import { performJobs } from './jobs/perform-jobs';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

/**
 * `npm run jobs`: imports the files that came by the door, the site or the watched folder and wait to be loaded, and lets
 * the figures follow. The product does it by itself when there is one; where its parts run apart, somebody has to.
 */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  try {
    await withSchemas({ database, settings }, (schemas) =>
      runFollowed(schemas, async () => {
        const ended = await performJobs({ schemas, settings });
        process.stdout.write(`${ended === 1 ? 'One import' : `${ended} imports`} ended.\n`);
      }),
    );
  } finally {
    await database.stop();
  }
});
