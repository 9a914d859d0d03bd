import type { OperationContext } from '../../platform/server/subgraph';
import type { ReviewLoaders } from './meetings/loaders';

/** What resolvers get besides the operation's own context. */
export type Context = OperationContext & ReviewLoaders;
