import { readSettings, type Settings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { subgraphNames } from '../subgraphs/registry';
import { runFollowed } from './import/followed';
import { keepWorking } from './jobs/keep-working';
import { performJobs } from './jobs/perform-jobs';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

/**
 * `npm run jobs`: imports the files that came by the door, the site or the watched folder and wait to be loaded, and lets
 * the figures follow. Where a folder is watched it stays, watches it and does all long work, as the product does, until it is told to
 * stop; with `--once` it ends when nothing waits.
 */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const isOnce = process.argv.includes('--once') || settings.imports.watchedFolder === null;
  await (isOnce ? workOnce(settings) : keepWorking(settings));
});

async function workOnce(settings: Settings): Promise<void> {
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
}
