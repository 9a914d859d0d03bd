import { createStream } from '../../casework/stream/create-stream';
import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { letters } from './live/letters';
import { liveOwn } from './live-own';
import { liveProcedure } from './live-procedure';
import { CreateCaseTables1700000000000 } from './migrations/1700000000000-create-case-tables';
import { GuardPerson1767225600200 } from './migrations/1767225600200-guard-person';
import { ownInput } from './own-input';
import { procedure } from './procedure';
import { report } from './report';
import { resolvers } from './resolvers';
import { retention } from './retention';
import { stageLessons, stagePlan } from './tables';

/** The adults' stream. */
export const subgraph = createStream({
  name: 'adults',
  procedure,
  liveProcedure,
  letters,
  calendar: englandAndWales,
  report,
  retention,
  ownStage: stagePlan,
  ownAccount: stageLessons,
  liveOwn,
  ownInput,
  resolvers,
  migrations: [CreateCaseTables1700000000000, GuardPerson1767225600200],
});
