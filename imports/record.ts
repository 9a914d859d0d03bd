import { printable } from './kit/printable';
import type { FileRefusalCode } from './refusal-codes';

/** What became of a cell or a row that was not as it should be. `value` is null where the column holds personal data. */
export interface Fault {
  /** The physical line at which the record starts, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  /** What was done about it, in words for the complaints team. */
  readonly action: string;
}

/** A row as it came: its cells by the source's own column names, as written; '' where the row has no such cell. */
export interface RawRow {
  /** The physical line at which the row starts, from 1; the header's lines, blank lines and lines inside cells count. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Only where the row has not as many cells as the header. */
  readonly ragged?: Ragged;
  /** Only from a workbook of which several sheets are read: the sheet's name. */
  readonly sheet?: string;
  /** Only from a workbook: cells that are not plain values, by column. */
  readonly marks?: Readonly<{ [column: string]: readonly CellMark[] }>;
}

/** What a workbook says of a cell beside its content: worked out by a formula, part of a merged range, an error. */
export type CellMark = 'formula' | 'merged' | 'error';

/** A row with too few cells, or with more than the header has and not all of them blank. */
export interface Ragged {
  readonly kind: 'long' | 'short';
  readonly found: number;
  readonly expected: number;
  /** The cells past the header's last column, as written. */
  readonly beyond: readonly string[];
  /** Only of a short row that ends the file without a line end, as a file that was cut off does. */
  readonly isCutOff?: true;
}

/** Whose a row is that goes to no keeper. */
export interface Owned {
  /** The part that it belongs to (a stream), where the row itself says; else it is the source's own `owner`'s. */
  readonly owner?: string;
}

/** What a source's `map` makes of one row; rules 1, 2, 3 and (later, by identity) 4 and 5 of the extracts' README. */
export type MappedRow<Record> =
  | {
      readonly kind: 'noRow';
      readonly controlTotal?: { readonly written: string; readonly stages: number | null };
    }
  | ({ readonly kind: 'leftOut'; readonly reason: string; readonly faults: readonly Fault[] } & Owned)
  | ({ readonly kind: 'quarantined'; readonly faults: readonly Fault[] } & Owned)
  | {
      readonly kind: 'taken';
      readonly identity: string;
      /** Sorts as text: the local time of the newest change (ISO, minutes or finer); null where not kept or unreadable. */
      readonly lastUpdated: string | null;
      readonly record: Record;
      readonly faults: readonly Fault[];
    };

/**
 * A file that is refused whole: nothing of it is loaded. The message says what is wrong, where, and what to do, on one
 * line without control characters, whatever of the file it repeats.
 */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly code: FileRefusalCode,
    message: string,
  ) {
    super(printable(message));
  }
}
