import type { OperationContext } from '../../../platform/server/subgraph';
import { readAgreement } from '../agreements/read-agreements';

/** What an agreement that is in force opens. */
export interface SignInAgreement {
  readonly streams: string[];
  readonly parts: string[];
  readonly smallNumbersBelow: number | null;
}

/** What the agreement with a partner opens; null where none is in force, or to come, where that will do. */
export async function agreementInForce(
  { transaction }: OperationContext,
  { partner, orToCome }: { readonly partner: string; readonly orToCome?: boolean },
): Promise<SignInAgreement | null> {
  const standing = await readAgreement(transaction, partner);
  const holds = standing?.state === 'IN_FORCE' || (orToCome === true && standing?.state === 'TO_COME');
  if (standing === null || !holds) return null;
  const { streams, parts, small_numbers_below: smallNumbersBelow } = standing;
  return { streams, parts, smallNumbersBelow };
}
