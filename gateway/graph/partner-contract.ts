import { buildSchema, printSchema } from 'graphql';
import { PARTNER_ROLE, SCOPES_OF_ROLE } from '../../platform/identity/scopes';
import { readContract, underContract } from './contract';

/**
 * What partners' contract is made by: the questions that bear the tag, as far as the role's scopes open them. People of their own
 * complaints may be asked for too, which no stream has yet; that nobody's are shown is the scopes' and the rows' business.
 */
export const PARTNER_CONTRACT = {
  tag: 'partner',
  scopes: [...(SCOPES_OF_ROLE[PARTNER_ROLE] ?? []), 'accounts'],
} as const;

/** The schema that partners are told of, as text. */
export const printContract = (supergraph: string): string =>
  printSchema(
    underContract(
      buildSchema(supergraph, { assumeValidSDL: true }),
      readContract(supergraph, PARTNER_CONTRACT),
    ),
  );
