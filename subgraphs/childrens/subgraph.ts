import { createStream } from '../../casework/stream/create-stream';
import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { letters } from './live/letters';
import { liveOwn } from './live-own';
import { liveProcedure } from './live-procedure';
import { CreateCaseTables1700000000000 } from './migrations/1700000000000-create-case-tables';
import { GuardChild1767225600200 } from './migrations/1767225600200-guard-child';
import { ownInput } from './own-input';
import { procedure } from './procedure';
import { report } from './report';
import { resolvers } from './resolvers';
import { retention } from './retention';
import { stagePeople, stageProcedure } from './tables';

/** The children's stream. */
export const subgraph = createStream({
  name: 'childrens',
  procedure,
  liveProcedure,
  letters,
  calendar: englandAndWales,
  report,
  retention,
  ownStage: stageProcedure,
  panel: { heldOn: 'panel_held_on', reportedOn: 'findings_on' },
  ownAccount: stagePeople,
  liveOwn,
  ownInput,
  resolvers,
  migrations: [CreateCaseTables1700000000000, GuardChild1767225600200],
});
