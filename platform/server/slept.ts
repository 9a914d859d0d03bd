import { setTimeout as delay } from 'node:timers/promises';

/** Waits so long. False when it was woken to stop. */
export const slept = (millis: number, signal: AbortSignal): Promise<boolean> =>
  delay(millis, true, { signal }).catch(() => false);
