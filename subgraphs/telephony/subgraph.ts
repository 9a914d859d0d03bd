import { sourceReached } from '../../contracts/events/source-reached';
import { followReach } from '../../counting/source-reach';
import { removedTable } from '../../platform/records/removals';
import type { Subgraph } from '../../platform/server/subgraph';
import { callDayCheck } from './calls/check-days';
import { callKeeper } from './calls/keep-calls';
import { keptData } from './kept-data';
import { TakeOverCalls1735689600080 } from './migrations/1735689600080-take-over-calls';
import { KnowReach1735689600171 } from './migrations/1735689600171-know-reach';
import { PublishCalls1735689600221 } from './migrations/1735689600221-publish-calls';
import { CloseToProtected1767225601550 } from './migrations/1767225601550-close-to-protected';
import { ShowRecords1767225601562 } from './migrations/1767225601562-show-records';
import { KeepRemovals1767225601602 } from './migrations/1767225601602-keep-removals';
import { DealWithCalls1767225601781 } from './migrations/1767225601781-deal-with-calls';
import { callComplaints } from './outcomes/follow-complaints';
import { type CallLoaders, callLoaders } from './outcomes/loaders';
import { removableCalls } from './records/removable';
import { resolvers } from './resolvers';
import { call, callComplaint, callDay, callOutcome, callPeople, sourceReach } from './tables';

/** Telephone calls to the complaints team: what figures count, and apart from them who was on the line. */
export const subgraph: Subgraph<CallLoaders> = {
  name: 'telephony',
  resolvers,
  tables: [
    call.entity,
    callPeople.entity,
    callDay.entity,
    callComplaint.entity,
    callOutcome.entity,
    removedTable(removableCalls).entity,
    sourceReach.entity,
  ],
  keptData,
  migrations: [
    TakeOverCalls1735689600080,
    KnowReach1735689600171,
    PublishCalls1735689600221,
    ShowRecords1767225601562,
    CloseToProtected1767225601550,
    KeepRemovals1767225601602,
    DealWithCalls1767225601781,
  ],
  followers: [followReach('telephony', sourceReached), callComplaints],
  checks: [callDayCheck],
  operation: callLoaders,
  keeps: { calls: callKeeper },
};
