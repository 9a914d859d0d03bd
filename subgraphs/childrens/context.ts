import type { CaseContext } from '../../casework/loaders';
import type { OperationContext } from '../../platform/server/subgraph';

/** What the stream's resolvers are given. */
export type Context = OperationContext & CaseContext;
