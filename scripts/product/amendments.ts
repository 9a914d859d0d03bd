import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from '../../platform/logging/logger';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { hasPending, hasPeopleToTakeOut, hasWork, waitsForSearch } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { repeat } from './repeat';

const run = promisify(execFile);

/** How soon a decision is seen. */
const LOOK_EVERY_MILLIS = 500;

const SCRIPTS = path.join(__dirname, '..');

/** A built program, or its source as it stands where this runs from source. */
const programOf = (name: string): readonly string[] =>
  __filename.endsWith('.ts')
    ? ['-r', path.join(SCRIPTS, 'run', 'typescript.cjs'), path.join(SCRIPTS, `${name}.ts`)]
    : [path.join(SCRIPTS, `${name}.js`)];

/** What is watched: none waits for another, since importing, undoing, searching and rebuilding may all be long. */
const WORK = [
  {
    waits: async (transaction: Transaction) =>
      (await hasPending(transaction)) || (await hasPeopleToTakeOut(transaction)),
    program: [...programOf('amend'), '--decisions'],
    failure: 'Decisions about imported rows could not be carried out; they wait',
  },
  {
    waits: waitsForSearch,
    program: [...programOf('amend'), '--duplicates'],
    failure: 'Likely duplicates could not be searched for; what imports have changed waits',
  },
  {
    waits: (transaction: Transaction) => hasWork(transaction, 'imports'),
    program: [...programOf('jobs'), '--once'],
    failure: 'Files that wait to be loaded could not be; they wait',
  },
  {
    waits: (transaction: Transaction) => hasWork(transaction, 'rebuild'),
    program: [...programOf('rebuild'), '--asked'],
    failure: 'What somebody asked to be built anew could not be',
  },
] as const;

type Work = (typeof WORK)[number];

/**
 * Carries out what people decide about rows and imports, imports what they send, searches what imports have changed for
 * likely duplicates, and builds anew what they ask for, moments after they did. Each in a process of its own, as every
 * import: however much it is, nobody who asks has to wait.
 */
export function watchAmendments(schemas: Schemas, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const working = WORK.map((work) =>
    repeat(
      {
        everyMillis: LOOK_EVERY_MILLIS,
        work: () => doWaiting(work, schemas, signal),
        failed: (error) => logger.error({ err: error }, work.failure),
      },
      signal,
    ),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

async function doWaiting({ waits, program }: Work, schemas: Schemas, signal: AbortSignal): Promise<void> {
  if (!(await inTransaction(schemas.of('intake'), IMPORT_SCOPE, waits))) return;
  await run(process.execPath, [...program], { signal });
}
