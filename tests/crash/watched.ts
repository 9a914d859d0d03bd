import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../platform/postgres/open-database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { ROOT } from '../../scripts/product/root';
import { loadSubgraphs } from '../../subgraphs/registry';
import { openSchemas } from '../../subgraphs/schemas';
import { type Command, startCommand } from './command';
import { makeRoot, prepareDirectory, settingsOf } from './place';
import { cutPower } from './power-cut';

export interface WatchedRound {
  readonly files: number;
  readonly rows: number;
  readonly kills: number;
}

/** What is there in the end: all of it once, and nothing else. */
export interface WatchedEnd {
  /** Runs in effect, and how many different files they are of. */
  readonly runs: number;
  readonly differentFiles: number;
  /** Rows that they loaded, and records that are held. */
  readonly loaded: number;
  readonly held: number;
  /** Files in `done`, in `refused`, and left in the spool. */
  readonly done: number;
  readonly refused: number;
  readonly spooled: number;
}

const SOURCE = 'corporate-crm';
const READY = 'http://localhost';
const ALL_DONE_MILLIS = 10 * 60_000;

/**
 * Drops files into a folder that the product and a worker watch, while both and the database are killed again and again, and
 * counts what is there.
 */
export async function playWatched(
  { files, rows, kills }: WatchedRound,
  say: (line: string) => void,
): Promise<WatchedEnd> {
  const root = makeRoot(os.tmpdir());
  const [directory, folder] = [path.join(root, 'data'), path.join(root, 'watched')];
  try {
    await prepareDirectory(directory);
    fs.mkdirSync(path.join(folder, SOURCE), { recursive: true });
    let dropped = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const { product, worker } = await startBoth({ directory, folder });
      for (const upTo = Math.ceil((files * kill) / kills); dropped < upTo; dropped += 1)
        drop(folder, dropped, rows);
      await delay(1_500 + kill * 1_300);
      await cutPower(directory, [product, worker]);
      say(`Killed ${kill} times: ${namesIn(folder, 'done').length} of ${dropped} files are done.`);
    }
    const { product, worker } = await startBoth({ directory, folder });
    await allDone(folder, files, product);
    for (const command of [worker, product]) await stopped(command);
    return await counted(directory, folder);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

interface Places {
  readonly directory: string;
  readonly folder: string;
}

/** The product, and beside it a worker; both watch the folder once this resolves. */
async function startBoth(places: Places): Promise<{ product: Command; worker: Command }> {
  const product = start('start', places);
  await product.says(READY);
  const worker = start('jobs', places);
  await worker.says('Watching');
  return { product, worker };
}

const start = (name: 'start' | 'jobs', { directory, folder }: Places): Command =>
  startCommand(name, {
    directory,
    settings: { IMPORT_WATCHED_FOLDER: folder, IMPORT_WATCHED_QUIET_SECONDS: '1' },
  });

/** Ends a command as people do. Throws where it does not end well. */
async function stopped(command: Command): Promise<void> {
  process.kill(command.pid, 'SIGTERM');
  const { code, stderr } = await command.ended;
  if (code !== 0) throw new Error(`A command did not end cleanly: ${stderr}`);
}

/** A file of rows that no other has. */
function drop(folder: string, number: number, rows: number): void {
  const [head = ''] = fs
    .readFileSync(path.join(ROOT, 'demo', 'extracts', 'corporate-crm.csv'), 'utf8')
    .split(/\r?\n/);
  const lines = Array.from({ length: rows }, (_, place) => row(1e8 + number * 1e6 + place));
  fs.writeFileSync(path.join(folder, SOURCE, `night-${number}.csv`), [head, ...lines, ''].join('\r\n'));
}

const row = (reference: number): string =>
  `${reference},Corporate Complaint,1,,,03/05/2024 09:09,07/05/2024 10:00,20/05/2024,10/05/2024 10:16,Closed,Upheld,Services to Place,Greenspace,Delay,In person,,,,,Ms,Test,Person,test.person@example.org,SK1 1AA,Made up.,12/05/2024 10:00`;

async function allDone(folder: string, files: number, product: Command): Promise<void> {
  const deadline = Date.now() + ALL_DONE_MILLIS;
  while (namesIn(folder, 'done').length + namesIn(folder, 'refused').length < files) {
    if (product.hasEnded()) throw new Error(`The product ended: ${(await product.ended).stderr}`);
    if (Date.now() > deadline) throw new Error('Not all files were done');
    await delay(500);
  }
}

function namesIn(folder: string, place: string): string[] {
  const full = path.join(folder, SOURCE, place);
  return fs.existsSync(full) ? fs.readdirSync(full).filter((name) => !name.endsWith('.outcome.txt')) : [];
}

async function counted(directory: string, folder: string): Promise<WatchedEnd> {
  const settings = settingsOf(directory);
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({ database, subgraphs: loadSubgraphs(), clock: settings.clock });
  const [found] = await inTransaction(schemas.of('intake'), IMPORT_SCOPE, (transaction) =>
    transaction.query<Pick<WatchedEnd, 'runs' | 'differentFiles' | 'loaded' | 'held'>>(
      `select count(*)::int as runs, count(distinct sha256)::int as "differentFiles",
         coalesce(sum(loaded), 0)::int as loaded, (select count(*)::int from intake.held_row) as held
       from intake.import_run where state = 'loaded'`,
    ),
  );
  await schemas.close();
  await database.stop();
  if (!found) throw new Error('Nothing was counted');
  const spool = settings.imports.spoolFolder;
  return {
    ...found,
    done: namesIn(folder, 'done').length,
    refused: namesIn(folder, 'refused').length,
    spooled: fs.existsSync(spool)
      ? fs.readdirSync(spool).filter((name) => !name.endsWith('.part')).length
      : 0,
  };
}
