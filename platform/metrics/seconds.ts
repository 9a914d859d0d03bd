import { performance } from 'node:perf_hooks';

/** Few, so that many labels stay cheap: a quick answer, one that people notice, and one that nobody waits for. */
export const BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

const MILLIS_PER_SECOND = 1_000;

/** Starts a watch. It tells the seconds since then. */
export function startWatch(): () => number {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) / MILLIS_PER_SECOND;
}
