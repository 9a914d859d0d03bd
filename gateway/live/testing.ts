import { setTimeout as wait } from 'node:timers/promises';
import type { Identity } from '../../platform/identity/identity';
import type { Caller } from '../graph/caller';
import type { EventStream } from './event-stream';

/** Somebody who subscribes, in tests. */
export const callerFor = (identity: Partial<Identity> = {}, more: Partial<Caller> = {}): Caller => ({
  identity: {
    ...{ subject: 'ana', role: 'analyst', scopes: [], streams: [], services: [], partner: null },
    ...identity,
  },
  vouch: async () => 'signed',
  requestId: 'request-1',
  signal: new AbortController().signal,
  holdSlot: () => undefined,
  ...more,
});

/** A stream that keeps what it is given, and takes nothing more while it is held. */
export function keepingStream() {
  const told: object[] = [];
  let isComplete = false;
  let letGo: (() => void) | null = null;
  let held: Promise<void> = Promise.resolve();
  const stream: EventStream = {
    next: (result) => told.push(result),
    complete() {
      isComplete = true;
    },
    stop: () => undefined,
    flowing: () => held,
  };
  return {
    ...{ stream, told },
    isComplete: () => isComplete,
    hold() {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    letGo: () => letGo?.(),
  };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(1);
}
