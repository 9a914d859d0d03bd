import type { GraphQLResolveInfo } from 'graphql';
import { isEnumValue } from '../../../platform/server/enum-value';
import type { AgreementResolvers, AgreementVersionResolvers, Stream } from '../__generated__/resolver-types';
import { readWebhooks } from '../webhooks/read-webhooks';
import { type AgreementShown, readPartnerKeys, readVersions } from './read-agreements';

const PARTS = ['CASES', 'EVENTS', 'FIGURES'] as const;

/** What it shows of every version. */
export const versionFields = {
  lawfulBasis: ({ lawful_basis }: AgreementShown) => lawful_basis,
  streams: (
    { streams }: AgreementShown,
    _: object,
    __: object,
    { schema }: Pick<GraphQLResolveInfo, 'schema'>,
  ) =>
    streams
      .map((stream) => stream.toUpperCase())
      .filter((stream): stream is Stream => isEnumValue<Stream>(schema, 'Stream', stream)),
  parts: ({ parts }: AgreementShown) => PARTS.filter((part) => parts.includes(part)),
  smallNumbersBelow: ({ small_numbers_below }: AgreementShown) => small_numbers_below,
  startsOn: ({ starts_on }: AgreementShown) => starts_on,
  endsOn: ({ ends_on }: AgreementShown) => ends_on,
  signedForCouncil: ({ signed_for_council }: AgreementShown) => signed_for_council,
  signedForPartner: ({ signed_for_partner }: AgreementShown) => signed_for_partner,
  madeBy: ({ made_by }: AgreementShown) => made_by,
  madeAt: ({ made_at }: AgreementShown) => made_at.toISOString(),
  endedAt: ({ ended_at }: AgreementShown) => ended_at?.toISOString() ?? null,
} satisfies AgreementVersionResolvers;

/** What the graph shows of an agreement. */
export const agreementFields: AgreementResolvers = {
  ...versionFields,
  endedBy: ({ ended_by }) => ended_by,
  endedBecause: ({ ended_because }) => ended_because,
  versions: ({ partner }, _, { transaction }) => readVersions(transaction, partner),
  webhooks: ({ partner }, _, { transaction }) => readWebhooks(transaction, partner),
  keys: ({ partner }, _, { transaction }) => readPartnerKeys(transaction, partner),
};
