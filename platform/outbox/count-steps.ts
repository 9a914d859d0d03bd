import { knownNames, knownParts } from '../metrics/known-names';
import { processRegistry } from '../metrics/process-registry';

/** Names of followers, which stand in the program. */
export const knownFollowers = knownNames();

const STEPS = ['applied', 'caughtUp', 'failed'] as const;

const batches = processRegistry.counter({
  name: 'complaints_outbox_batches_total',
  help: 'Batches of events that each follower has applied, the last of what there was ("caughtUp"), and those that failed.',
  labels: { part: knownParts, follower: knownFollowers, step: STEPS },
});

/** Counts a step of a follower in which something was done, or which failed. */
export async function counted<Step extends string>(
  { schema, follower }: { readonly schema: string; readonly follower: { readonly name: string } },
  advance: () => Promise<Step>,
): Promise<Step> {
  const add = (step: string) =>
    batches.add({ part: knownParts.add(schema), follower: knownFollowers.add(follower.name), step });
  try {
    const step = await advance();
    if (step === 'applied' || step === 'caughtUp') add(step);
    return step;
  } catch (error) {
    add('failed');
    throw error;
  }
}
