import type { Subgraph } from '../../platform/server/subgraph';
import { CreateNames1700000000000 } from './migrations/1700000000000-create-names';
import { resolvers } from './resolvers';
import { seed } from './seed';
import { named } from './tables';

/** What all parts share: directorates, services with their former names, channels. */
export const subgraph: Subgraph = {
  name: 'directory',
  resolvers,
  tables: [named],
  migrations: [CreateNames1700000000000],
  followers: [],
  operation: () => ({}),
  seed,
};
