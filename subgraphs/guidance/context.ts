import type { OperationContext } from '../../platform/server/subgraph';
import type { WorkshopLoaders } from './workshops/loaders';

/** What resolvers get besides the operation's own context. */
export type Context = OperationContext & WorkshopLoaders;
