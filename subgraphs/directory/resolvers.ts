import { channelNamed, serviceNamed } from '../../contracts/events/names';
import { isDay } from '../../domain/calendar/day';
import type { DayOff } from '../../domain/calendar/working-days';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked, readBeginning, readList } from '../../platform/lists/list';
import type { EventContract } from '../../platform/outbox/event-contract';
import { readDay } from '../../platform/server/read-day';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { addBankHoliday, retractBankHoliday } from './holidays/change-holiday';
import { holidaysInForce } from './holidays/decisions';
import { HOLIDAY_DECISIONS } from './holidays/list-decisions';
import { firstDecision } from './words/decisions';
import { WORD_DECISIONS } from './words/list-decisions';
import { mapChannel, mapClosureCode, mapService } from './words/map-word';
import { asMapped, type Mapped } from './words/refusals';

const names =
  <Payload>({ kind, parse }: EventContract<Payload>) =>
  async (_parent: unknown, _args: object, { transaction }: OperationContext): Promise<Payload[]> => {
    const rows = await transaction.query<{ payload: unknown }>(
      'select payload from directory.named where kind = $1 order by name, id',
      [kind],
    );
    return rows.map(({ payload }) => parse(payload));
  };

async function bankHolidays(
  { from, to }: { from?: unknown; to?: unknown },
  { transaction }: OperationContext,
): Promise<DayOff[]> {
  const [first, last] = [readDay('from', from, isDay), readDay('to', to, isDay)];
  return (await holidaysInForce(transaction)).filter(
    ({ day }) => (first === null || first <= day) && (last === null || day <= last),
  );
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
  BankHolidayChangeConnection: countedWhenAsked,
  WordMappedConnection: countedWhenAsked,
  WordMapped: { __resolveReference: wordMapped },
  Query: {
    directoryAuditEntries: auditEntries('directory'),
    services: names(serviceNamed),
    channels: names(channelNamed),
    bankHolidays: (_, args, context) => bankHolidays(args, context),
    bankHolidayChanges: (_, { first }, context) => readBeginning(context, HOLIDAY_DECISIONS, first),
    bankHolidayChangesConnection: (_, paging, context) => readList(context, HOLIDAY_DECISIONS, { paging }),
    mappedWords: (_, { first }, context) => readBeginning(context, WORD_DECISIONS, first),
    mappedWordsConnection: (_, paging, context) => readList(context, WORD_DECISIONS, { paging }),
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
