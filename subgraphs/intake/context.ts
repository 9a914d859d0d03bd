import type DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/server/subgraph';
import { type Cell, cellsLoader } from './faults/cells';

/** What intake adds to an operation. */
export interface Loaders {
  /** The cells of a quarantined row by its id; each reading is recorded. */
  readonly cells: DataLoader<string, Cell[] | null>;
}

export type Context = OperationContext & Loaders;

/** Made anew for each operation. */
export const operation = (context: OperationContext): Loaders => ({ cells: cellsLoader(context) });
