import type { OperationContext } from '../../platform/server/subgraph';
import { type WorkshopLoaders, workshopLoaders } from './workshops/loaders';

/** What resolvers get besides the operation's own context. */
export type Context = OperationContext & WorkshopLoaders;

/** Loaders for one operation. */
export const operation: (context: OperationContext) => WorkshopLoaders = workshopLoaders;
