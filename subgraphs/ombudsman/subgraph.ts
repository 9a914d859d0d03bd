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
import { keptData } from './kept-data';
import { CreateOmbudsmanCases1735689600004 } from './migrations/1735689600004-create-ombudsman-cases';
import { TakeBackCases1735689600041 } from './migrations/1735689600041-take-back-cases';
import { KnowReach1735689600172 } from './migrations/1735689600172-know-reach';
import { PublishRemedies1735689600200 } from './migrations/1735689600200-publish-remedies';
import { WatchChanges1735689600410 } from './migrations/1735689600410-watch-changes';
import { KeepPartnersWithin1735689600491 } from './migrations/1735689600491-keep-partners-within';
import { CloseToProtected1735689600500 } from './migrations/1735689600500-close-to-protected';
import { ShowRecords1767225601561 } from './migrations/1767225601561-show-records';
import { TellWhatWent1767225601641 } from './migrations/1767225601641-tell-what-went';
import { resolvers } from './resolvers';
import { tables } from './tables';

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
    TellWhatWent1767225601641,
  ],
  followers: [complaintReferences, followReach('ombudsman', sourceReached)],
  operation,
  stateSql: changeStateSql('ombudsman'),
  keeps: { ombudsman: createKeeper(ombudsmanCaseRecord, { keep: keepCases, remove: removeCases }) },
  seed: describePart,
};
