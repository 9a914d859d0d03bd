import { sourceReached } from '../../contracts/events/source-reached';
import { ombudsmanCaseRecord } from '../../contracts/records/ombudsman-case';
import { followReach } from '../../counting/source-reach';
import { createKeeper } from '../../platform/server/keeper';
import type { Subgraph } from '../../platform/server/subgraph';
import { changeStateSql } from '../../platform/tables/watch-changes';
import { describePart } from './cases/describe';
import { keepCases } from './cases/keep-cases';
import { removeCases } from './cases/remove-cases';
import { complaintReferences } from './complaints/follow-complaints';
import { type Loaders, operation } from './context';
import { bankHolidays } from './enquiries/calendar';
import { closedComplaints, forgottenWords } from './enquiries/follow-people';
import { keptData } from './kept-data';
import { CreateOmbudsmanCases1735689600004 } from './migrations/1735689600004-create-ombudsman-cases';
import { TakeBackCases1735689600041 } from './migrations/1735689600041-take-back-cases';
import { KnowReach1735689600172 } from './migrations/1735689600172-know-reach';
import { PublishRemedies1735689600200 } from './migrations/1735689600200-publish-remedies';
import { WatchChanges1735689600410 } from './migrations/1735689600410-watch-changes';
import { KeepPartnersWithin1735689600491 } from './migrations/1735689600491-keep-partners-within';
import { CloseToProtected1735689600500 } from './migrations/1735689600500-close-to-protected';
import { ShowRecords1767225601561 } from './migrations/1767225601561-show-records';
import { KeepRemovals1767225601601 } from './migrations/1767225601601-keep-removals';
import { WorkOnCases1767225601760 } from './migrations/1767225601760-work-on-cases';
import { KnowLiveWork1767225601801 } from './migrations/1767225601801-know-live-work';
import { resolvers } from './resolvers';
import { tables } from './tables';

/** As settings have it where nothing else is set. */
const UNSAID = { authority: 'stockport' };

/** The ombudsmen's enquiries, decisions and remedies, and the complaints that they are about. */
export const subgraph: Subgraph<Loaders> = {
  name: 'ombudsman',
  resolvers,
  tables,
  keptData,
  migrations: [
    CreateOmbudsmanCases1735689600004,
    TakeBackCases1735689600041,
    KnowReach1735689600172,
    PublishRemedies1735689600200,
    WatchChanges1735689600410,
    KeepPartnersWithin1735689600491,
    CloseToProtected1735689600500,
    ShowRecords1767225601561,
    KeepRemovals1767225601601,
    WorkOnCases1767225601760,
    KnowLiveWork1767225601801,
  ],
  followers: [
    complaintReferences,
    followReach('ombudsman', sourceReached),
    bankHolidays,
    closedComplaints,
    forgottenWords,
  ],
  operation: (context) => operation(context, UNSAID),
  stateSql: changeStateSql('ombudsman'),
  keeps: { ombudsman: createKeeper(ombudsmanCaseRecord, { keep: keepCases, remove: removeCases }) },
  seed: describePart,
};

/** The same part, where cases that are recorded are that authority's. */
export const recordedFor = (authority: string): Subgraph<Loaders> => ({
  ...subgraph,
  operation: (context) => operation(context, { authority }),
});
