import { sealAuditMigration } from '../../platform/audit/seals/seal-audit';
import type { Subgraph } from '../../platform/server/subgraph';
import { seedArticles } from './articles/seed';
import { keptData } from './kept-data';
import { CreateGuidance1735689600260 } from './migrations/1735689600260-create-guidance';
import { KnowSteps1767225601850 } from './migrations/1767225601850-know-steps';
import { procedureFollower } from './procedures/follow-procedures';
import { resolvers } from './resolvers';
import { articleVersion, attendance, bookedPlace, booking, streamProcedure, workshop } from './tables';
import { type WorkshopLoaders, workshopLoaders } from './workshops/loaders';

/** How complaints are answered here: policies, guides, checklists, frequent questions, procedures and workshops. */
export const subgraph: Subgraph<WorkshopLoaders> = {
  name: 'guidance',
  resolvers,
  tables: [articleVersion, streamProcedure, workshop, bookedPlace, booking, attendance].map(
    ({ entity }) => entity,
  ),
  keptData,
  migrations: [
    CreateGuidance1735689600260,
    sealAuditMigration('guidance', '1735689600450'),
    KnowSteps1767225601850,
  ],
  followers: [procedureFollower],
  operation: workshopLoaders,
  seed: seedArticles,
};
