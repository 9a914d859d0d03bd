import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { inTransaction } from '../platform/transaction/transaction';
import { subgraph } from '../subgraphs/access/subgraph';
import { subgraphNames } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { readKeyCommand, USAGE } from './key/arguments';
import { COMMAND_LINE, doKeyCommand } from './key/keys-on';
import { openAuditSigner } from './product/audit';
import { aboutNewDatabase } from './product/new-database';
import { runMain } from './product/refusal';
import { productSubgraphs } from './product/subgraphs';

const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * `npm run --silent key -- create --role ROLE [--partner NAME] [--expires DAYS]`, `-- rotate ID`, `-- revoke ID` and
 * `-- list`: keys of programs, in the product's database, whether the product runs or not.
 */
runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return;
  }
  const asked = readKeyCommand(args);
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exit(WRONG_USAGE);
  }
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const { longestKeyDays, clock } = settings;
  const subgraphs = productSubgraphs(settings).filter(({ name }) => name === subgraph.name);
  const about = aboutNewDatabase(settings, 'A product that runs with another DATA_DIR refuses its keys.');
  if (about) process.stderr.write(`${about}\n`);
  const database = await openDatabase({ settings });
  try {
    const schemas = await openSchemas({ database, subgraphs, clock });
    const auditSigner = await openAuditSigner(settings);
    const { lines, isDone } = await inTransaction(schemas.of(subgraph.name), COMMAND_LINE, (transaction) =>
      doKeyCommand(asked, { transaction, longestKeyDays, auditSigner }),
    ).finally(() => schemas.close());
    for (const line of lines) (isDone ? process.stdout : process.stderr).write(`${line}\n`);
    if (!isDone) process.exitCode = FAILED;
  } finally {
    await database.stop();
  }
});
