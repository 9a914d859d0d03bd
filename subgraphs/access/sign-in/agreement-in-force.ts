import type { OperationContext } from '../../../platform/server/subgraph';
import { readAgreement } from '../agreements/read-agreements';

/** What an agreement that is in force opens. */
export interface SignInAgreement {
  readonly streams: string[];
  readonly parts: string[];
  readonly smallNumbersBelow: number | null;
}

/** What the agreement with a partner opens; null where none is in force. */
export async function agreementInForce(
  { transaction }: OperationContext,
  partner: string,
): Promise<SignInAgreement | null> {
  const standing = await readAgreement(transaction, partner);
  if (standing?.state !== 'IN_FORCE') return null;
  const { streams, parts, small_numbers_below: smallNumbersBelow } = standing;
  return { streams, parts, smallNumbersBelow };
}
