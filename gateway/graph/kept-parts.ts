import type { FormattedExecutionResult } from 'graphql';
import { systemClock } from '../../platform/config/clock';
import { createExpiringCache, type ExpiringCache } from '../../platform/identity/expiring-cache';
import type { SubgraphExecutor, SubgraphRequest } from '../../platform/server/executor';
import type { Caller } from './caller';
import { KEPT_MILLIS, sharedBy } from './kept-answers';

/** Some 30 MB at the most. */
const MOST_ANSWERS = 300;
const MOST_CHARACTERS = 100_000;

/** What one part answered, as text: the planner writes into what it is given. */
interface KeptPart {
  readonly text: string;
  readonly state: string;
}

/** What parts have answered, of all of them together. */
export type KeptParts = ExpiringCache<KeptPart>;

export const createKeptParts = (): KeptParts =>
  createExpiringCache<KeptPart>({ clock: systemClock, capacity: MOST_ANSWERS });

/**
 * Asks a part, unless it answered the same before and its state still has the same name: where something has changed in one
 * part, an answer that is made of several asks that one anew, and not the others.
 */
export async function askPart(
  { name, executor, keptParts }: { name: string; executor: SubgraphExecutor; keptParts: KeptParts },
  { identity, vouch }: Pick<Caller, 'identity' | 'vouch'>,
  request: Omit<SubgraphRequest, 'identityToken'>,
): Promise<FormattedExecutionResult> {
  const { query, variables, operationName, onState } = request;
  // As late as can be: it is good for this request alone, once, and soon no more.
  const execute = async (asked: typeof request) =>
    executor.execute({
      ...asked,
      identityToken: await vouch({ part: name, query, variables, operationName }),
    });
  if (onState === undefined) return execute(request);
  const key = JSON.stringify([name, ...sharedBy(identity), operationName, query, variables]);
  const kept = keptParts.get(key);
  if (kept !== undefined && (await executor.state?.()) === kept.state) {
    onState(kept.state);
    return JSON.parse(kept.text);
  }
  const states: string[] = [];
  const result = await execute({ ...request, onState: (state) => states.push(state) });
  for (const state of states) {
    const text = JSON.stringify(result);
    if (text.length <= MOST_CHARACTERS)
      keptParts.set(key, { text, state }, systemClock.now().getTime() + KEPT_MILLIS);
    onState(state);
  }
  return result;
}
