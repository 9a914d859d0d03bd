import type { Subgraph } from '../../platform/server/subgraph';
import { callKeeper } from './calls/keep-calls';
import { TakeOverCalls1735689600080 } from './migrations/1735689600080-take-over-calls';
import { resolvers } from './resolvers';
import { call, callPeople } from './tables';

/** Telephone calls to the complaints team: what figures count, and apart from them who was on the line. */
export const subgraph: Subgraph = {
  name: 'telephony',
  resolvers,
  tables: [call.entity, callPeople.entity],
  migrations: [TakeOverCalls1735689600080],
  followers: [],
  operation: () => ({}),
  keeps: { calls: callKeeper },
};
