import { sourceReached } from '../../contracts/events/source-reached';
import { followReach } from '../../counting/source-reach';
import type { Subgraph } from '../../platform/server/subgraph';
import { callKeeper } from './calls/keep-calls';
import { TakeOverCalls1735689600080 } from './migrations/1735689600080-take-over-calls';
import { KnowReach1735689600171 } from './migrations/1735689600171-know-reach';
import { resolvers } from './resolvers';
import { call, callPeople, sourceReach } from './tables';

/** Telephone calls to the complaints team: what figures count, and apart from them who was on the line. */
export const subgraph: Subgraph = {
  name: 'telephony',
  resolvers,
  tables: [call.entity, callPeople.entity, sourceReach.entity],
  migrations: [TakeOverCalls1735689600080, KnowReach1735689600171],
  followers: [followReach('telephony', sourceReached)],
  operation: () => ({}),
  keeps: { calls: callKeeper },
};
