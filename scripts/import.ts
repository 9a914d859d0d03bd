import type { Loaded, Refused } from '../imports/pipeline';
import { readSettings } from '../platform/config/settings';
import { type Database, openDatabase } from '../platform/postgres/open-database';
import { subgraphNames } from '../subgraphs/registry';
import { type ImportArguments, readArguments } from './import/arguments';
import { runFollowed } from './import/followed';
import { runImport } from './import/open-import';
import { type Progress, showProgress } from './import/progress';
import { endedBy } from './import/refusal';
import { reportJson } from './import/report-json';
import { type Aside, reportSummary } from './import/report-summary';
import { aboutNewDatabase } from './product/new-database';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

const LOADED_THERE = 'What is loaded there is shown by a product that starts with the same DATA_DIR.';
const FAILED = 1;
const WRONG_USAGE = 2;

/** `npm run --silent import -- SOURCE FILE [--dry-run] [--json]`: loads one file into the product's database. */
runMain(async () => {
  const swallowed = ['dry-run', 'json'].filter(
    (option) => process.env[`npm_config_${option.replace('-', '_')}`],
  );
  const asked = swallowed.length > 0 ? swallowedByNpm(swallowed) : readArguments(process.argv.slice(2));
  if ('help' in asked) {
    process.stdout.write(asked.help);
    return;
  }
  if ('usage' in asked) {
    process.stderr.write(asked.usage);
    process.exitCode = WRONG_USAGE;
    return;
  }
  process.stdout.on('error', unwritten);
  await importAndTell(asked);
});

/** Reports one outcome, whatever happens, and sets the exit code. */
async function importAndTell(asked: ImportArguments): Promise<void> {
  const progress = showProgress(process.stderr);
  let reported: 'no' | 'begun' | 'done' = 'no';
  const reportOnce: Report = async (outcome, aside) => {
    reported = 'begun';
    progress.doing(null);
    await report(asked, outcome, aside);
    reported = 'done';
    if (outcome.kind === 'refused') process.exitCode = FAILED;
    else progress.doing(() => 'The figures are following');
  };
  try {
    await load({ asked, progress }, reportOnce);
  } catch (error) {
    process.exitCode = FAILED;
    progress.doing(null);
    const { refusal, trace } = endedBy(error, asked);
    if (trace !== null) process.stderr.write(`${trace}\n`);
    // One object on standard output, whatever goes wrong after it.
    if (reported === 'no') await reportOnce(refusal);
    else if (reported === 'done')
      process.stderr.write('The outcome above holds: this went wrong after it.\n');
  } finally {
    progress.stop();
  }
}

/** Without the `--` before them npm keeps options for itself, and a dry run would load for real. */
function swallowedByNpm(options: readonly string[]): { readonly usage: string } {
  const listed = options.map((option) => `--${option}`).join(' ');
  return {
    usage: `npm kept ${listed} for itself, so nothing was loaded. Write "--" before the source:\n  npm run --silent import -- SOURCE FILE ${listed}\n`,
  };
}

/** A reader that went away has read enough; a report that cannot be kept (a full disk) is a failure. */
function unwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The report could not be written (${error.code ?? 'unknown'}).\n`);
  process.exitCode = FAILED;
}

type Report = (outcome: Loaded | Refused, aside?: Aside) => Promise<void>;

/** Loads the file and reports the outcome. The figures have followed when this returns. */
async function load(
  { asked, progress }: { asked: ImportArguments; progress: Progress },
  report: Report,
): Promise<void> {
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  progress.doing(() => 'Opening the database');
  const about = aboutNewDatabase(settings, LOADED_THERE);
  if (about !== null) process.stderr.write(`${about}\n`);
  const database = await openDatabase({ settings });
  const stop = stopDatabase(database);
  try {
    await withSchemas({ database, settings }, (schemas) =>
      runFollowed(schemas, () => runImport({ schemas, settings, asked, progress }, report)),
    );
  } finally {
    await stop();
  }
}

/** Stops the embedded server if nobody else uses it, also when the command is interrupted. */
function stopDatabase(database: Database): () => Promise<void> {
  const stop = () => database.stop();
  const interrupted = () => void stop().finally(() => process.exit(FAILED));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return stop;
}

function report(asked: ImportArguments, outcome: Loaded | Refused, aside?: Aside): Promise<void> {
  if (asked.json) return reportJson(process.stdout, asked, outcome);
  const output = outcome.kind === 'refused' ? process.stderr : process.stdout;
  return reportSummary(output, asked, outcome, aside);
}
