import fs from 'node:fs';
import path from 'node:path';
import { londonDayOf } from '../../domain/calendar/day';
import { systemClock } from '../../platform/config/clock';
import { readOwnSettings } from '../../scripts/operations/read-own-settings';
import { publishedOperations } from '../../scripts/product/operations';
import { openOperationsKeys } from '../../scripts/product/operations-keys';
import { runMain } from '../../scripts/product/refusal';
import { ROOT } from '../../scripts/product/root';
import { accept } from './changes/accept';
import { readArguments } from './changes/arguments';
import { compare } from './changes/compare';
import { type KnownQuestion, knownQuestions, publishedIn, writtenIn } from './changes/known-questions';
import { mentionsIn } from './changes/mentions';
import { presentState, publishedState } from './changes/public-state';
import { isFailed, reportOf } from './changes/report';

const USAGE = `Usage: npm run check:schema -- [FOLDER …]
       npm run check:schema -- accept --reason "why" [FOLDER …]

Compares what clients rely on with what was published last (schema/published), and says of each change whether it is safe,
dangerous or breaking, and what breaks: the operations of the site, of assistants and of starters, those that pages show, those of each
FOLDER, and those of the manifest of this installation. accept puts the changes into the change list (schema/changes.json).
`;
const WRONG_USAGE = 2;

/** `npm run check:schema`: a change that breaks what a client asks is seen before it goes out. */
runMain(async () => {
  const asked = readArguments(process.argv.slice(2));
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exitCode = WRONG_USAGE;
    return;
  }
  const today = londonDayOf(systemClock.now());
  const after = presentState(ROOT);
  const questions = [
    ...knownQuestions(ROOT),
    ...asked.folders.flatMap((folder) => writtenIn(path.resolve(folder), ROOT)),
    ...(await publishedHere()),
  ];
  const before = publishedState(ROOT);
  const compared = await compare({ before, after, questions, mentions: mentionsIn(ROOT), today });
  process.stdout.write(reportOf(compared));
  if (asked.reason === null) {
    process.exitCode = isFailed(compared) ? 1 : 0;
    return;
  }
  const accepted = accept(
    ROOT,
    { changes: compared.findings, state: after },
    { reason: asked.reason, date: today },
  );
  process.stdout.write(`${accepted.length} changes are accepted, and stand in schema/changes.json.\n`);
});

/** What was published on this machine, by clients whose folders are elsewhere. */
async function publishedHere(): Promise<KnownQuestion[]> {
  const settings = readOwnSettings();
  const { manifestFile } = settings.operations;
  // Keys are made where there are none, and a check makes nothing.
  if (!fs.existsSync(manifestFile)) return [];
  const operations = await publishedOperations(settings, await openOperationsKeys(settings));
  return publishedIn(manifestFile, operations ?? []);
}
