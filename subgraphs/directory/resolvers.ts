import { channelNamed, serviceNamed } from '../../contracts/events/names';
import { type Day, isDay } from '../../domain/calendar/day';
import type { DayOff } from '../../domain/calendar/working-days';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import type { EventContract } from '../../platform/outbox/event-contract';
import { badUserInput } from '../../platform/server/errors';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { addBankHoliday, retractBankHoliday, shown } from './holidays/change-holiday';
import { holidaysInForce, newestHolidayDecisions } from './holidays/decisions';
import { firstDecision, newestDecisions } from './words/decisions';
import { mapChannel, mapClosureCode, mapService } from './words/map-word';
import { asMapped, type Mapped } from './words/refusals';

const MOST_LISTED = 200;

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
  return (await newestDecisions(transaction, listed(first))).map(asMapped);
}

/** How many are listed. Throws BAD_USER_INPUT for too many, and too few. */
function listed(first: number | null): number {
  // GraphQL lets a caller write null where a default stands.
  if (first !== null && first >= 1 && first <= MOST_LISTED) return first;
  throw badUserInput(`\`first\` is from 1 to ${MOST_LISTED}.`);
}

async function bankHolidays(
  { from, to }: { from?: unknown; to?: unknown },
  { transaction }: OperationContext,
): Promise<DayOff[]> {
  const [first, last] = [dayIn('from', from), dayIn('to', to)];
  return (await holidaysInForce(transaction)).filter(
    ({ day }) => (first === null || first <= day) && (last === null || day <= last),
  );
}

function dayIn(argument: string, written: unknown): Day | null {
  if (written === null || written === undefined) return null;
  if (typeof written === 'string' && isDay(written)) return written;
  throw badUserInput(`\`${argument}\` is no day: write it as 2021-04-01.`);
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
    bankHolidays: (_, args, context) => bankHolidays(args, context),
    bankHolidayChanges: async (_, { first }, { transaction }) =>
      (await newestHolidayDecisions(transaction, listed(first ?? null))).map(shown),
    mappedWords: (_, { first }, context) => mappedWords(context, first ?? null),
  },
  Mutation: {
    addBankHoliday: (_, { note = null, ...asked }, context) => addBankHoliday(context, { ...asked, note }),
    retractBankHoliday: (_, asked, context) => retractBankHoliday(context, asked),
    mapService: (_, { serviceId: id, ...asked }, context) => mapService(context, { ...asked, id }),
    mapChannel: (_, { channelId: id, ...asked }, context) => mapChannel(context, { ...asked, id }),
    mapClosureCode: (_, { outcome = null, ...asked }, context) =>
      mapClosureCode(context, { ...asked, outcome }),
  },
};
