import { readSettings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { LoadRefused } from '../subgraphs/intake/subgraph';
import { subgraphNames } from '../subgraphs/registry';
import { openAuditSigner } from './product/audit';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';
import { readTakeOver, USAGE } from './take-over/arguments';
import { rehearseOn } from './take-over/rehearse-on';
import { takeOverOn } from './take-over/take-over-on';
import { rehearsedLines, toldLines } from './take-over/told';

const FAILED = 1;
const WRONG_USAGE = 2;

/** `npm run --silent take-over -- SOURCE --reason TEXT`: an inherited system was switched off, and its open complaints go on here. */
runMain(async () => {
  const args = process.argv.slice(2);
  const asked = args.includes('--help') || args.includes('-h') ? '' : readTakeOver(args);
  if (typeof asked === 'string') {
    process.stderr.write(asked === '' ? USAGE : `${asked}\n\n${USAGE}`);
    if (asked !== '') process.exitCode = WRONG_USAGE;
    return;
  }
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const auditSigner = await openAuditSigner(settings);
  const database = await openDatabase({ settings });
  try {
    await withSchemas({ database, settings }, async (schemas) => {
      if (asked.dryRun) {
        const rehearsed = await rehearseOn({ schemas, settings }, asked);
        process.stdout.write(`${rehearsedLines(asked.source, rehearsed).join('\n')}\n`);
        if (rehearsed.inTheWay.length > 0) process.exitCode = FAILED;
        return;
      }
      const progress = (takenOver: number) => process.stderr.write(`${takenOver} complaints so far\n`);
      const came = await takeOverOn({ schemas, settings, auditSigner, progress }, asked);
      process.stdout.write(`${toldLines(asked.source, came).join('\n')}\n`);
      await schemas.relay({ onFailure: () => undefined, onDeadLetter: () => undefined }).drain();
    });
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = FAILED;
  } finally {
    await database.stop();
  }
});
