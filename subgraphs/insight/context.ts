import type { OperationContext } from '../../platform/server/subgraph';
import { type Reference, readReference } from './figures/reference';
import { type ChangeLoader, changeLoader } from './lists/changes';
import { type NodeLoader, nodeLoader } from './lists/nodes';
import { readTargets, type Target } from './targets/targets';

/** What insight adds to an operation: names and coverage, read once for all of its fields. */
export interface Loaders {
  reference(): Promise<Reference>;
  /** The targets, ended ones too, read once: figures are judged by them. */
  targets(): Promise<readonly Target[]>;
  /** Complaints and cases by their ids; null for one that is not there, or not the caller's to see. */
  readonly nodes: NodeLoader;
  /** When complaints last changed, by their ids. */
  readonly changes: ChangeLoader;
}

export type Context = OperationContext & Loaders;

/** What of it figures are counted with. */
export type CountingContext = Pick<Context, 'identity' | 'clock' | 'transaction' | 'reference'>;

/** Made for each operation. */
export function operation({ transaction, clock, identity }: OperationContext): Loaders {
  let read: Promise<Reference> | null = null;
  let aims: Promise<readonly Target[]> | null = null;
  const reference = () => {
    read ??= readReference(transaction, { clock, isPartner: identity.role === 'partner' });
    return read;
  };
  return {
    nodes: nodeLoader({ transaction }),
    changes: changeLoader({ transaction }),
    reference,
    targets() {
      aims ??= reference().then(({ known }) => readTargets(transaction, known));
      return aims;
    },
  };
}
