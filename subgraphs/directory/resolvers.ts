import { channelNamed } from '../../contracts/events/names';
import { CALENDARS } from '../../domain/calendar/calendars';
import type { ClosedDays } from '../../domain/calendar/closed-days';
import { isDay } from '../../domain/calendar/day';
import type { DayOff } from '../../domain/calendar/working-days';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked, readBeginning, readList } from '../../platform/lists/list';
import { readDay } from '../../platform/server/read-day';
import type { OperationContext } from '../../platform/server/subgraph';
import type { Resolvers } from './__generated__/resolver-types';
import { addClosedDays, retractClosedDays } from './closures/change-closures';
import { closedDaysOf } from './closures/decisions';
import { CLOSURE_DECISIONS } from './closures/list-decisions';
import { addBankHoliday, retractBankHoliday } from './holidays/change-holiday';
import { holidaysInForce } from './holidays/decisions';
import { HOLIDAY_DECISIONS } from './holidays/list-decisions';
import { NAME_DECISIONS } from './names/list-decisions';
import { published, readDirectorates, readServices } from './names/read-names';
import { saveDirectorate, saveService } from './names/save-name';
import { allRoles, callerOf } from './roles/roles';
import { newestDecision } from './words/decisions';
import { WORD_DECISIONS } from './words/list-decisions';
import { mapChannel, mapClosureCode, mapService } from './words/map-word';
import { asMapped, type Mapped } from './words/refusals';
import { retractWord } from './words/retract-word';

async function bankHolidays(
  { from, to }: { from?: unknown; to?: unknown },
  { transaction }: OperationContext,
): Promise<DayOff[]> {
  const [first, last] = [readDay('from', from, isDay), readDay('to', to, isDay)];
  return (await holidaysInForce(transaction)).filter(
    ({ day }) => (first === null || first <= day) && (last === null || day <= last),
  );
}

async function closedDays(
  { calendar, from, to }: { calendar: string; from?: unknown; to?: unknown },
  { transaction }: OperationContext,
): Promise<ClosedDays[]> {
  const [first, last] = [readDay('from', from, isDay), readDay('to', to, isDay)];
  return (await closedDaysOf(transaction, calendar)).filter(
    (days) => (first === null || first <= days.to) && (last === null || days.from <= last),
  );
}

async function wordMapped(
  { id }: { id?: unknown },
  { transaction }: OperationContext,
): Promise<Mapped | null> {
  const decision = typeof id === 'string' ? await newestDecision(transaction, id) : null;
  return decision === null ? null : asMapped(decision);
}

/** What a fault's word means: nothing once that was taken back. */
async function meaningOf(reference: { id?: unknown }, context: OperationContext): Promise<Mapped | null> {
  const word = await wordMapped(reference, context);
  return word?.isKept ? word : null;
}

export const resolvers: Resolvers = {
  AuditEntryConnection: auditConnection,
  BankHolidayChangeConnection: countedWhenAsked,
  ClosureChangeConnection: countedWhenAsked,
  NameDecisionConnection: countedWhenAsked,
  WordMappedConnection: countedWhenAsked,
  WordMapped: { __resolveReference: meaningOf },
  Query: {
    directoryAuditEntries: auditEntries('directory'),
    services: (_, _none, { transaction }) => readServices(transaction),
    directorates: (_, _none, { transaction }) => readDirectorates(transaction),
    channels: (_, _none, { transaction }) => published(transaction, channelNamed),
    nameDecisions: (_, paging, context) => readList(context, NAME_DECISIONS, { paging }),
    roles: () => allRoles(),
    caller: (_, _none, context) => callerOf(context),
    bankHolidays: (_, args, context) => bankHolidays(args, context),
    bankHolidayChanges: (_, { first }, context) => readBeginning(context, HOLIDAY_DECISIONS, first),
    bankHolidayChangesConnection: (_, paging, context) => readList(context, HOLIDAY_DECISIONS, { paging }),
    calendars: () => [...CALENDARS],
    closedDays: (_, args, context) => closedDays(args, context),
    closureChanges: (_, { calendar = null, ...paging }, context) =>
      readList(context, CLOSURE_DECISIONS, {
        ...{ paging, filter: { calendar } },
        narrow: () => (conditions) =>
          conditions.isOneOf('calendar', calendar === null ? null : [calendar], 'text'),
      }),
    mappedWords: (_, { first }, context) => readBeginning(context, WORD_DECISIONS, first),
    mappedWord: (_, asked, context) => wordMapped(asked, context),
    mappedWordsConnection: (_, { id = null, ...paging }, context) =>
      readList(context, WORD_DECISIONS, {
        paging,
        ...(id === null ? {} : { filter: { id } }),
        narrow: () => (conditions) => conditions.isOneOf('subject', id === null ? null : [id], 'text'),
      }),
  },
  Mutation: {
    saveService: (_, asked, context) => saveService(context, asked),
    saveDirectorate: (_, asked, context) => saveDirectorate(context, asked),
    addBankHoliday: (_, { note = null, ...asked }, context) => addBankHoliday(context, { ...asked, note }),
    retractBankHoliday: (_, asked, context) => retractBankHoliday(context, asked),
    addClosedDays: (_, { to = null, ...asked }, context) => addClosedDays(context, { ...asked, to }),
    retractClosedDays: (_, { to = null, ...asked }, context) => retractClosedDays(context, { ...asked, to }),
    mapService: (_, { serviceId: id, reason = null, basedOnVersion = null, ...asked }, context) =>
      mapService(context, { ...asked, id, reason, basedOnVersion }),
    mapChannel: (_, { channelId: id, reason = null, basedOnVersion = null, ...asked }, context) =>
      mapChannel(context, { ...asked, id, reason, basedOnVersion }),
    mapClosureCode: (_, { outcome = null, reason = null, basedOnVersion = null, ...asked }, context) =>
      mapClosureCode(context, { ...asked, outcome, reason, basedOnVersion }),
    retractWord: (_, asked, context) => retractWord(context, asked),
  },
};
