import type { Hashed } from '../source';

/** A record of a file with its place there, as its destination gets it. */
export interface Placed<Record> {
  readonly ordinal: number;
  readonly record: Record;
}

/** What a destination found of a record that it took all the same. */
export interface Found {
  readonly ordinal: number;
  readonly code: string;
}

/**
 * Who keeps the records of one kind: a stream. It takes each batch whole or not at all, and an equal record again
 * changes nothing and finds the same, so that an import which broke off is simply made again.
 */
export interface Destination<Record> {
  record(batch: readonly Placed<Record>[]): Promise<readonly Found[]>;
}

/** Which destination gets a record, and when: lower orders first, so that parents come before their children. */
export interface Placement {
  readonly destination: string;
  readonly order: number;
}

/** What to say of something that a destination found: the column to blame, and what was done about it. */
export interface Explanation {
  readonly column: string | null;
  readonly action: string;
}

/** How the records of one source reach those who keep them. */
export interface Delivery<Record extends Hashed> {
  place(record: Record): Placement;
  readonly destinations: Readonly<{ [name: string]: Destination<Record> }>;
  explain(code: string): Explanation;
}
