import type { AgreementResolvers } from '../__generated__/resolver-types';
import { readWebhooks } from '../webhooks/read-webhooks';
import { readPartnerKeys, readVersions } from './read-agreements';

const PARTS = ['CASES', 'EVENTS', 'FIGURES'] as const;

/** What the graph shows of an agreement. */
export const agreementFields: AgreementResolvers = {
  lawfulBasis: ({ lawful_basis }) => lawful_basis,
  parts: ({ parts }) => PARTS.filter((part) => parts.includes(part)),
  smallNumbersBelow: ({ small_numbers_below }) => small_numbers_below,
  startsOn: ({ starts_on }) => starts_on,
  endsOn: ({ ends_on }) => ends_on,
  signedForCouncil: ({ signed_for_council }) => signed_for_council,
  signedForPartner: ({ signed_for_partner }) => signed_for_partner,
  madeBy: ({ made_by }) => made_by,
  madeAt: ({ made_at }) => made_at.toISOString(),
  endedBy: ({ ended_by }) => ended_by,
  endedAt: ({ ended_at }) => ended_at?.toISOString() ?? null,
  endedBecause: ({ ended_because }) => ended_because,
  versions: ({ partner }, _, { transaction }) => readVersions(transaction, partner),
  webhooks: ({ partner }, _, { transaction }) => readWebhooks(transaction, partner),
  keys: ({ partner }, _, { transaction }) => readPartnerKeys(transaction, partner),
};
