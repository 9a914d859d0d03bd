import type { MatchKeys } from '../contracts/match-keys';
import type { Day } from '../domain/calendar/day';
import type { Reading } from './formats/csv/read-csv';
import type { ListedColumns } from './kit/compare-rows';
import type { Names } from './kit/names';
import type { OwnCode } from './kit/own-codes';
import type { MappedRow, RawRow } from './record';

/** What a row is judged by beside itself: the present day, the directory's names, and which streams there are. */
export interface Facts {
  readonly today: Day;
  readonly names: Names;
  /**
   * Whether the row is held already, perhaps by rules of before: then it is a record for all that such rules let pass
   * (a receipt before 1990, a reference that identifies nothing). Left out for a row that comes in.
   */
  readonly isHeld?: boolean;
  /** In lower case, as the subgraphs are called. */
  readonly streams: readonly string[];
}

/** What any record has: equal hashes say the same content, spaces aside. */
export interface Hashed {
  readonly contentHash: string;
}

/** Who keeps a record, when, and as what. */
export interface Placement {
  /** The kind of record, which one subgraph keeps: a stream's name, `coverage`. */
  readonly keeper: string;
  /** Lower ones first, so that parents come before their children. */
  readonly order: number;
  /** The days on which something happened, by which the source's reach is known; none where it speaks of none. */
  readonly days: readonly string[];
  /** What the keeper gets. */
  readonly kept: object;
  /** Whose it is, where that is not the keeper: null shows its faults to admins alone. */
  readonly owner?: string | null;
}

/** What to say of something that a keeper found: the column to blame, and what was done about it. */
export interface Explanation {
  readonly column: string | null;
  readonly action: string;
}

/** One inherited system: all that the pipeline has to know to treat every source alike. */
export interface Source<Record extends Hashed> {
  /** As the command line and the ledger of runs name it. */
  readonly name: string;
  /** As people name it. */
  readonly title: string;
  /** The columns of its file; empty where the file has none (JSON lines). */
  readonly header: readonly string[];
  /** The columns that identify a row together. */
  readonly identityColumns: readonly string[];
  /** Whether a file holds all records of the system, so that one which is held and not in it has vanished there. */
  readonly isWhole: boolean;
  /** Whether a column says which of two copies is newer; else the later line holds. */
  readonly keepsLastUpdated: boolean;
  /** Whether its files end with a `Total` line, so that one without may be cut off. */
  readonly endsWithTotal?: boolean;
  /**
   * The column that says the stage of a record, where a reference stands for one stage for ever, and what is done about a
   * row that says another.
   */
  readonly stageKept?: { readonly column: string; readonly action: string };
  /** The columns that hold words of a list, and what those mean: rows that differ in such a word alone may be copies. */
  readonly listed?: ListedColumns;
  /** The words by which it says how a complaint ended; left out where it has none. */
  readonly closureCodes?: readonly OwnCode[];
  /** The columns that say when a record was received: of a row that cannot be counted no other day is taken from. */
  readonly receivedColumns?: RegExp;
  /** Columns whose content is shown to nobody outside the quarantine. */
  readonly personalColumns: ReadonlySet<string>;
  /** Reads a file of this source; throws `FileRefused` when it cannot be trusted as a whole. */
  read(request: { readonly file: string; readonly maximumBytes: number }): Reading;
  /** Where a record goes. */
  place(record: Record): Placement;
  /** The one part that all of its rows belong to; left out where they go to several, or to none before they are read. */
  readonly owner?: string;
  /** What is done about each fault that its rows can have, by its code. */
  readonly faults: Readonly<{ [code: string]: string }>;
  /** What to say of what a keeper may find, by its code. */
  readonly findings: Readonly<{ [code: string]: Explanation }>;
  /** What one row is; pure. Throws `FileRefused` where a row shows that the file cannot be understood. */
  map(row: RawRow, facts: Facts): MappedRow<Record>;
  /**
   * What could show that another system holds the same complaint; pure. Null for a record that shows nothing; left out where
   * none does, so that its records are never taken for duplicates.
   */
  matchKeys?(record: Record): MatchKeys | null;
}
