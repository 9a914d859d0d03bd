import { channelNamed, serviceNamed } from '../../contracts/events/names';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import type { EventContract } from '../../platform/outbox/event-contract';
import { badUserInput } from '../../platform/server/errors';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { firstDecision, newestDecisions } from './words/decisions';
import { mapChannel, mapClosureCode, mapService } from './words/map-word';
import { asMapped, type Mapped } from './words/refusals';

const MOST_WORDS = 200;

const names =
  <Payload>({ kind, parse }: EventContract<Payload>) =>
  async (_parent: unknown, _args: object, { transaction }: OperationContext): Promise<Payload[]> => {
    const rows = await transaction.query<{ payload: unknown }>(
      'select payload from directory.named where kind = $1 order by name, id',
      [kind],
    );
    return rows.map(({ payload }) => parse(payload));
  };

async function mappedWords({ transaction }: OperationContext, first: number | null): Promise<Mapped[]> {
  // GraphQL lets a caller write null where a default stands.
  if (first === null || first < 1 || first > MOST_WORDS)
    throw badUserInput(`\`first\` is from 1 to ${MOST_WORDS}.`);
  return (await newestDecisions(transaction, first)).map(asMapped);
}

async function wordMapped(
  { id }: { id?: unknown },
  { transaction }: OperationContext,
): Promise<Mapped | null> {
  const decision = typeof id === 'string' ? await firstDecision(transaction, id) : null;
  return decision === null ? null : asMapped(decision);
}

export const resolvers: Resolvers = {
  AuditEntryConnection: auditConnection,
  WordMapped: { __resolveReference: wordMapped },
  Query: {
    directoryAuditEntries: auditEntries('directory'),
    services: names(serviceNamed),
    channels: names(channelNamed),
    mappedWords: (_, { first }, context) => mappedWords(context, first ?? null),
  },
  Mutation: {
    mapService: (_, { serviceId: id, ...asked }, context) => mapService(context, { ...asked, id }),
    mapChannel: (_, { channelId: id, ...asked }, context) => mapChannel(context, { ...asked, id }),
    mapClosureCode: (_, { outcome = null, ...asked }, context) =>
      mapClosureCode(context, { ...asked, outcome }),
  },
};
