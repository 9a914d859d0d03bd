import type { OperationContext } from '../../platform/server/subgraph';
import { type Reference, readReference } from './reference';

/** What insight adds to an operation: names and coverage, read once for all of its fields. */
export interface InsightLoaders {
  reference(): Promise<Reference>;
}

export type InsightContext = OperationContext & InsightLoaders;

/** Made anew for each operation. */
export function operation({ transaction, clock }: OperationContext): InsightLoaders {
  let read: Promise<Reference> | null = null;
  return {
    reference() {
      read ??= readReference(transaction, clock);
      return read;
    },
  };
}
