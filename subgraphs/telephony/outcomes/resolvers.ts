import { countedWhenAsked } from '../../../platform/lists/list';
import { isEnumValue } from '../../../platform/server/enum-value';
import type { Resolvers, Stream } from '../__generated__/resolver-types';
import { dealWithCall } from './deal-with-call';
import { callsToDealWith, readCall } from './list-calls';
import { momentOf } from './loaders';
import { checkDealsWithCalls } from './officers';

/** What officers do with calls. */
export const outcomeResolvers = {
  Query: {
    callsToDealWith: (_, asked, context) => callsToDealWith(context, asked),
    telephoneCall: (_, { id }, context) => {
      checkDealsWithCalls(context.identity);
      return readCall(context.transaction, id);
    },
  },
  Mutation: { dealWithCall: (_, asked, context) => dealWithCall(context, asked) },
  TelephoneCallConnection: countedWhenAsked,
  TelephoneCall: {
    id: ({ call_id }) => call_id,
    group: ({ call_group }) => call_group,
    streams: ({ cleared_for }, _, _context, { schema }) =>
      cleared_for
        .map((name) => name.toUpperCase())
        .filter((name) => isEnumValue<Stream>(schema, 'Stream', name)),
    offeredOn: ({ offered_on }) => offered_on,
    offeredAt: ({ moment }) => moment?.toISOString() ?? null,
    waitSeconds: ({ wait_seconds }) => wait_seconds,
    callerNumber: (call, _, { callerNumbers }) => callerNumbers.load(call),
    outcomes: async (call, _, { outcomes }) => [...(await outcomes.load(call))],
  },
  CallOutcome: {
    kind: (became) => ('complaint_id' in became ? 'COMPLAINT' : became.kind),
    complaintId: (became, _, { identity }) =>
      'complaint_id' in became && identity.streams.includes(became.stream.toLowerCase())
        ? became.complaint_id
        : null,
    stream: (became, _, _context, { schema }) =>
      'stream' in became && isEnumValue<Stream>(schema, 'Stream', became.stream) ? became.stream : null,
    note: (became) => ('note' in became ? became.note : null),
    by: (became) => ('by' in became ? became.by : null),
    at: (became) => momentOf(became).toISOString(),
  },
} satisfies Resolvers;
