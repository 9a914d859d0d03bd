import type { OperationContext } from '../../platform/server/subgraph';
import type { CallLoaders } from './outcomes/loaders';

/** What resolvers get besides the operation's own context. */
export type Context = OperationContext & CallLoaders;
