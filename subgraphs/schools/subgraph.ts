import { createStream } from '../../casework/stream/create-stream';
import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { letters } from './live/letters';
import { liveProcedure } from './live-procedure';
import { CreateCaseTables1700000000000 } from './migrations/1700000000000-create-case-tables';
import { ownInput } from './own-input';
import { procedure } from './procedure';
import { report } from './report';
import { resolvers } from './resolvers';
import { retention } from './retention';
import { stageSchool } from './tables';

/** The schools stream. */
export const subgraph = createStream({
  name: 'schools',
  procedure,
  liveProcedure,
  letters,
  calendar: englandAndWales,
  report,
  retention,
  ownStage: stageSchool,
  ownInput,
  resolvers,
  migrations: [CreateCaseTables1700000000000],
});
