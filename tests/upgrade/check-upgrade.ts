import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runMain } from '../../scripts/product/refusal';
import { ROOT } from '../../scripts/product/root';
import { checkOut, revisionBeforeMigrations } from './checkout';
import { type Place, startVersion } from './product';
import { QUESTIONS } from './questions';

const USAGE = `Usage: npm run check:upgrade [-- REVISION]

Starts the product as it was at REVISION (the commit before the newest change of a migration), with the demonstration,
asks ${QUESTIONS.length} questions and stops it. Then starts this tree on the same data directory, twice, and compares
every answer byte for byte.
`;

/** `npm run check:upgrade`: a data directory made by an earlier version goes on under this one, and answers the same. */
runMain(async () => {
  const [revision = revisionBeforeMigrations(), ...more] = process.argv.slice(2);
  if (more.length > 0 || revision.startsWith('-')) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'upgrade-'));
  // The database's server may run as another user.
  fs.chmodSync(folder, 0o755);
  try {
    process.exitCode = (await isTheSame(folder, revision)) ? 0 : 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

async function isTheSame(folder: string, revision: string): Promise<boolean> {
  const [tree, dataDirectory] = [path.join(folder, 'tree'), path.join(folder, 'data')];
  checkOut(revision, tree);
  const before = await answersOf({ tree, dataDirectory });
  const refused = before.find((answer) => answer.includes('"errors"'));
  if (refused !== undefined) throw new Error(`${revision} does not answer: ${excerpt(refused)}`);
  say(`${revision}: ${before.length} answers.`);
  const here = { tree: ROOT, dataDirectory };
  const upgraded = report('After the upgrade', before, await answersOf(here));
  const again = report('After another start', before, await answersOf(here));
  return upgraded && again;
}

async function answersOf(place: Place): Promise<string[]> {
  const version = await startVersion(place);
  try {
    const answers: string[] = [];
    for (const { role, query } of QUESTIONS) answers.push(await version.ask(role, query));
    return answers;
  } finally {
    await version.stop();
  }
}

/** Says how many answers are the same, and shows the first that is not. */
function report(when: string, before: readonly string[], after: readonly string[]): boolean {
  const differing = before.flatMap((answer, place) => (answer === after[place] ? [] : [place]));
  say(`${when}: ${before.length - differing.length} of ${before.length} the same.`);
  const [first] = differing;
  if (first === undefined) return true;
  say(
    `  ${QUESTIONS[first]?.query}\n  before: ${excerpt(before[first])}\n  after:  ${excerpt(after[first])}`,
  );
  return false;
}

const LONGEST = 500;
const excerpt = (answer = ''): string => answer.slice(0, LONGEST);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
