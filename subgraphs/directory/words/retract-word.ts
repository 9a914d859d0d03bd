import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { keepAllNames, lockNames } from '../names/seed';
import { decideOn, tell } from './decide';
import { lastDecision } from './decisions';
import { asMapped, type Mapped, type WordChanged, wordChanged, wordMeansNothing } from './refusals';

/**
 * Takes back what a word was decided to mean and publishes it, unless that was done before. What is recorded with it has no
 * meaning then, as before the first decision.
 */
export async function retractWord(
  context: OperationContext,
  {
    id,
    basedOnVersion,
    reason,
  }: { readonly id: string; readonly basedOnVersion: number; readonly reason: string },
): Promise<Mapped | WordChanged | Refused<'WordMeansNothing'> | Refused<'ReasonUnusable'>> {
  const { transaction } = context;
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  await lockNames(transaction);
  const last = await lastDecision(transaction, id);
  if (last === null) return wordMeansNothing(id);
  const isAgain = !last.is_kept && last.version - basedOnVersion <= 1;
  if (isAgain) return asMapped(last);
  if (last.version !== basedOnVersion) return wordChanged(last.written, last);
  const decision = await decideOn(context, last, { ...last, is_kept: false, reason: reason.trim() });
  // Names first: whoever looks the word up between the two still finds that people decide on it.
  await keepAllNames(transaction);
  await tell(context, decision);
  return asMapped(decision);
}
