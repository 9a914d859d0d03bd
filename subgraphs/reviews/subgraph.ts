import { sealAuditMigration } from '../../platform/audit/seals/seal-audit';
import type { Subgraph } from '../../platform/server/subgraph';
import { keptData } from './kept-data';
import { type ReviewLoaders, reviewLoaders } from './meetings/loaders';
import { CreateReviews1767225601700 } from './migrations/1767225601700-create-reviews';
import { KeepClosedMeetings1767225601702 } from './migrations/1767225601702-keep-closed-meetings';
import { resolvers } from './resolvers';
import { actionVersion, meeting } from './tables';

/** Review meetings: what was gone through, and what was agreed until it is done. */
export const subgraph: Subgraph<ReviewLoaders> = {
  name: 'reviews',
  resolvers,
  tables: [meeting, actionVersion].map(({ entity }) => entity),
  keptData,
  migrations: [
    CreateReviews1767225601700,
    sealAuditMigration('reviews', '1767225601701'),
    KeepClosedMeetings1767225601702,
  ],
  followers: [],
  operation: reviewLoaders,
};
