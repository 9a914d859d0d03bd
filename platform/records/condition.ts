/** How a column is held against values. All but the texts' give false, and never nothing, where nothing was recorded. */
export type Comparison =
  | 'IS_ONE_OF'
  | 'IS_LESS'
  | 'IS_AT_MOST'
  | 'IS_MORE'
  | 'IS_AT_LEAST'
  | 'CONTAINS'
  | 'BEGINS_WITH'
  | 'ENDS_WITH'
  /** Of a column of booleans: it is what it says, nothing where nothing was recorded. */
  | 'HOLDS';

/** What joins conditions, each true, false or, as in SQL, neither. */
export type Joining = 'AND' | 'OR' | 'NOT';

/** What a record has to be: a comparison of one column, or conditions that are joined. Written by programs, never SQL. */
export interface Condition {
  readonly is: Comparison | Joining;
  /** Of a comparison: the column, as its set names it. */
  readonly column?: string | null | undefined;
  /** What it is held against, as text; null is nothing recorded. */
  readonly values?: readonly (string | null)[] | null | undefined;
  /** What is joined. */
  readonly of?: readonly Condition[] | null | undefined;
}

/** A page of a set, in an order. */
export interface RecordPage {
  /** Left out, all. */
  readonly where?: Condition | null | undefined;
  /** The columns that are sent, in their order; left out, all. */
  readonly columns?: readonly string[] | null | undefined;
  /** Sortable columns, the last of which identifies a record. */
  readonly order: readonly string[];
  readonly descending: boolean;
  /** The values of those columns in the record before the page. */
  readonly after?: readonly string[] | null | undefined;
  readonly limit: number;
  /** Whether all that `where` leaves are counted. */
  readonly isCounted: boolean;
}
