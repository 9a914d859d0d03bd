import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from '../../platform/logging/logger';
import { inTransaction } from '../../platform/transaction/transaction';
import { hasPending, hasUnsearched } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';

const run = promisify(execFile);

/** How soon a decision is seen, and how long to wait after one that could not be carried out. */
const LOOK_EVERY_MILLIS = 500;
const AFTER_FAILURE_MILLIS = 30_000;

/**
 * Carries out what people decide about rows and imports, and searches what imports have changed for likely duplicates,
 * moments after they did, in a process of its own as every import: however much it is, nobody who asks has to wait.
 */
export function watchAmendments(schemas: Schemas, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  const pause = (millis: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping.signal.aborted) wake();
    });

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const next = await carryOutPending(schemas, stopping.signal).then(
        () => LOOK_EVERY_MILLIS,
        (error: unknown) => {
          if (!stopping.signal.aborted)
            logger.error(
              { err: error },
              'Decisions about imported rows wait, or likely duplicates: what has to be done could not be',
            );
          return AFTER_FAILURE_MILLIS;
        },
      );
      await pause(next);
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      wake();
      await watching;
    },
  };
}

async function carryOutPending(schemas: Schemas, signal: AbortSignal): Promise<void> {
  const scope = { subject: 'import', role: 'import' };
  const isNeeded = await inTransaction(
    schemas.of('intake'),
    scope,
    async (transaction) => (await hasPending(transaction)) || (await hasUnsearched(transaction)),
  );
  if (!isNeeded) return;
  await run(process.execPath, [path.join(__dirname, '..', 'amend.js')], { signal });
}
