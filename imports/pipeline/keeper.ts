import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/config/clock';
import type { HandedRecord, RecordFinding } from '../../platform/server/keeper';
import type { Facts, Hashed, Source } from '../source';

/**
 * Who keeps the records of one kind: a subgraph. It takes each batch whole or not at all, and an equal record again
 * changes nothing and finds the same, so that an import that broke off is simply repeated.
 */
export interface Keeper {
  keep(batch: readonly HandedRecord[]): Promise<readonly RecordFinding[]>;
  /**
   * Removes what was handed over to `keep`, as if it had never been: each batch whole or not at all. A missing record is
   * passed over, so that an undo that broke off is simply repeated.
   */
  remove(batch: readonly HandedRecord[]): Promise<void>;
}

/** The keepers that records may go to, by name. */
export type Keepers = Readonly<{ [name: string]: Keeper }>;

/** The keeper of this name. Throws where there is none: a source names one that no subgraph has. */
export function keeperOf(keepers: Keepers, name: string): Keeper {
  const keeper = keepers[name];
  if (!keeper) throw new Error(`Nobody keeps records for ${name}`);
  return keeper;
}

/** What carrying out amendments takes. */
export interface CarryOut {
  readonly sources: Readonly<Record<string, Source<Hashed>>>;
  readonly facts: Facts;
  readonly keepers: Keepers;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
}
