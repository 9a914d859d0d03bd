import { knownNames, knownParts } from '../metrics/known-names';
import { processRegistry } from '../metrics/registry';
import type { Step, Subscription } from './subscription';

/** Names of followers, which stand in the program. */
export const knownFollowers = knownNames();

const STEPS = ['applied', 'caughtUp', 'failed'] as const;

const batches = processRegistry.counter({
  name: 'complaints_outbox_batches_total',
  help: 'Batches of events that each follower has applied, the last of what there was ("caughtUp"), and those that failed.',
  labels: { part: knownParts, follower: knownFollowers, step: STEPS },
});

/** Counts a step of a follower in which something was done, or failed. */
export function countStep({ consumer }: Pick<Subscription, 'consumer'>, step: Step | 'failed'): void {
  if (step === 'idle' || step === 'busy') return;
  const part = knownParts.add(consumer.schema);
  batches.add({ part, follower: knownFollowers.add(consumer.follower.name), step });
}
