import { parse } from 'graphql';
import { type TrustedOperation, trustedOperation } from '../../gateway/operations/trusted-operation';
import type { DemonstrationKeys } from '../../platform/identity/demonstration-keys';
import { collectOperations } from '../../scripts/operations/collect-operations';
import { ownFolders, publish } from '../../scripts/product/operations';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import type { TestProduct } from '../../scripts/testing/test-product';

/** What a partner's program asks: published like the site's own. */
export const PARTNERS_OWN =
  'query PartnerWho($by: [Dimension!]!) { caller { subject } measures(by: $by) { asAt } }';

/** A gateway as in production: it takes trusted operations alone. */
export async function startClosed(
  { settings }: Pick<TestProduct, 'settings'>,
  { identity: { privateKey } }: DemonstrationKeys,
  issuer: string,
): Promise<RunningProduct> {
  const partners = trustedOperation(parse(PARTNERS_OWN)) as TrustedOperation;
  await publish([...collectOperations(ownFolders), partners], { settings, privateKey });
  const operations = { ...settings.operations, areAlone: true };
  return runProduct({ ...settings, operations }, { issuer });
}
