import type { OperationContext } from '../../platform/server/subgraph';
import { type Reference, readReference } from './figures/reference';

/** What insight adds to an operation: names and coverage, read once for all of its fields. */
export interface Loaders {
  reference(): Promise<Reference>;
}

export type Context = OperationContext & Loaders;

/** Made for each operation. */
export function operation({ transaction, clock }: OperationContext): Loaders {
  let read: Promise<Reference> | null = null;
  return {
    reference() {
      read ??= readReference(transaction, clock);
      return read;
    },
  };
}
