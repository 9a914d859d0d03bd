import { DrainStalledError } from '../../platform/outbox/drain';
import type { Relay } from '../../platform/outbox/relay';
import type { Schemas } from '../../subgraphs/schemas';

/** What is projected at once: the more stages meet in a cell of a rollup, the less each costs; the rest is memory. */
const BATCH_EVENTS = 4_000;

/**
 * Runs an import with names that are up to date, and lets the figures follow it from the first batch on: recording and
 * projecting keep two cores busy, and one after the other they take half as long again.
 */
export async function runFollowed(schemas: Schemas, work: () => Promise<void>): Promise<void> {
  // What fails while the relay polls is tried again, and thrown by the drain if it fails for good.
  const relay = schemas.relay({
    ...{ batchSize: BATCH_EVENTS, leastEvents: BATCH_EVENTS },
    onFailure: () => undefined,
    onDeadLetter: ({ schema, source, kind, reason }) =>
      process.stderr.write(
        `An event (${kind}) that ${source} told cannot be applied in ${schema}: ${reason}. It is set aside.\n`,
      ),
  });
  await relay.drain();
  relay.start();
  try {
    await work();
  } finally {
    await relay.stop();
  }
  await figuresFollow(relay);
}

/** What is loaded stays loaded and published: the next relay brings it to the figures. */
async function figuresFollow(relay: Relay): Promise<void> {
  try {
    await relay.drain();
  } catch (error) {
    if (!(error instanceof DrainStalledError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
