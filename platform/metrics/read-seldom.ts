import type { Collector } from './registry';

const FRESH_MILLIS = 5_000;

/** Reads once for all who ask within a few seconds: what is read of a database costs it something. A failure is not kept. */
export function readSeldom(
  collector: Collector,
  { freshMillis = FRESH_MILLIS, nowMillis = Date.now } = {},
): Collector {
  let kept: { readonly at: number; readonly reading: Promise<Awaited<ReturnType<Collector>>> } | null = null;
  return () => {
    if (kept !== null && nowMillis() - kept.at < freshMillis) return kept.reading;
    const reading = Promise.resolve().then(collector);
    const begun = { at: nowMillis(), reading };
    kept = begun;
    reading.catch(() => {
      if (kept === begun) kept = null;
    });
    return reading;
  };
}
