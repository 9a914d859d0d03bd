import type { Subgraph } from '../../platform/server/subgraph';
import type { KeyLimits } from './context';
import { CreateAccess1735689600440 } from './migrations/1735689600440-create-access';
import { resolvers } from './resolvers';
import { apiKey, keySecret, keyUse } from './tables';

export { createKey, type KeyMade, rotateKey } from './keys/make-key';
export { KEY_LIST, type KeyShown } from './keys/read-keys';
export { revokeKey } from './keys/revoke-key';

/** A year. */
const LONGEST_KEY_DAYS = 365;

/** Keys of programs that cannot sign in by the sign-in service. */
export const subgraph: Subgraph<KeyLimits> = {
  name: 'access',
  resolvers,
  tables: [apiKey.entity, keySecret.entity, keyUse.entity],
  migrations: [CreateAccess1735689600440],
  followers: [],
  operation: () => ({ longestKeyDays: LONGEST_KEY_DAYS }),
};

/** The same, with the limits of an installation. */
export const limitedBy = (limits: KeyLimits): Subgraph<KeyLimits> => ({
  ...subgraph,
  operation: () => limits,
});
