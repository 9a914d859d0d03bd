import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { DatabaseRefusal } from '../platform/postgres/refusal';
import { subgraphNames } from '../subgraphs/registry';
import { readBiLoginCommand, USAGE } from './bi-login/arguments';
import { doBiLoginCommand } from './bi-login/do-command';
import { noProductIn } from './bi-login/no-product';
import { isNewDatabase } from './product/new-database';
import { runMain } from './product/refusal';

const FAILED = 1;
const WRONG_USAGE = 2;

/** The views of all parts stand where those of this one do, unless parts were moved to databases of their own. */
const PART = 'insight';

/** `npm run --silent bi-login -- AUDIENCE [--json]`, `-- revoke LOGIN` and `-- list`: logins of tools that speak SQL. */
runMain(async () => {
  const args = process.argv.slice(2);
  const command = readBiLoginCommand(args);
  if (command === null) {
    const isAsked = args.includes('--help') || args.includes('-h');
    (isAsked ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = isAsked ? 0 : WRONG_USAGE;
    return;
  }
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  if (isNewDatabase(settings)) throw new DatabaseRefusal(noProductIn(`${settings.dataDirectory} (DATA_DIR)`));
  const database = await openDatabase({ settings });
  try {
    const { smallNumbers } = settings;
    const { isDone, lines } = await doBiLoginCommand(command, {
      ...{ ownerUrl: database.urlFor(PART), smallNumbers },
    });
    for (const line of lines) (isDone ? process.stdout : process.stderr).write(`${line}\n`);
    if (!isDone) process.exitCode = FAILED;
  } finally {
    await database.stop();
  }
});
