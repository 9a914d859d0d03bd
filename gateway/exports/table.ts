import type { Table } from '../../platform/files/table';

/** A table that was asked for, before the first of it is sent. Either is called, once. */
export interface OpenTable {
  readonly table: Table;
  /** The file in the format that was asked for. */
  chunks(): AsyncIterable<string | Uint8Array>;
  /** Lets go of it: nothing of it is wanted. */
  discard(): void;
}
