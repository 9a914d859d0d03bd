import { setTimeout as delay } from 'node:timers/promises';

const AFTER_FAILURE_MILLIS = 30_000;

/** What is done again and again, how often, and who is told where it fails. */
export interface Repeated {
  readonly everyMillis: number;
  work(): Promise<void>;
  failed(error: unknown): void;
}

/** Works until it is told to stop; after a failure it waits for half a minute. Resolves once it has stopped. */
export async function repeat({ everyMillis, work, failed }: Repeated, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const next = await work().then(
      () => everyMillis,
      (error: unknown) => {
        if (!signal.aborted) failed(error);
        return AFTER_FAILURE_MILLIS;
      },
    );
    // Whoever stops it does not wait for the pause.
    await delay(next, undefined, { signal }).catch(() => undefined);
  }
}
