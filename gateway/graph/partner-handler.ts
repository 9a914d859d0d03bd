import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { readContract, underContract } from './contract';
import { PARTNER_CONTRACT } from './partner-contract';

/** Plans with the whole graph; what is asked has been held against the contract before. */
export function partnerHandler(supergraph: string): typeof unifiedGraphHandler {
  const contract = readContract(supergraph, PARTNER_CONTRACT);
  return async (options) => {
    const { unifiedGraph, ...handled } = await unifiedGraphHandler(options);
    return { ...handled, unifiedGraph: underContract(unifiedGraph, contract) };
  };
}
