/** What a column of a record set holds. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'day' | 'moment';

export interface RecordColumn {
  /** As in the graph. */
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence, or two. */
  readonly description: string;
  /** Rows can be had in its order, page by page: it is never empty, and has an index. */
  readonly sortable?: true;
}

/** Flat records that leave by files and views: the same columns by every door, none of them personal data. */
export interface RecordSet {
  /** As addresses name it. */
  readonly name: string;
  /** The part that keeps the records. */
  readonly part: string;
  /** What its caller has to have opened. */
  readonly scope: string;
  /** The part's own field that begins to send them. */
  readonly field: string;
  /** The type of its argument `where`; null where it has none. */
  readonly filter: string | null;
  /** What one row is. */
  readonly description: string;
  readonly columns: readonly RecordColumn[];
}

/** The view of a set, in the schema `bi`. */
export const viewOf = ({ name }: Pick<RecordSet, 'name'>): string => `bi.${name.replaceAll('-', '_')}`;

/** The name of a column in its view: `receivedOn` is `received_on`. */
export const inSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Figures as a flat table that every door tells alike: one row for each combination of what they are divided by. */
export interface FigureSet {
  /** As addresses name it. */
  readonly name: string;
  /** What one row is. */
  readonly description: string;
  /** The graph's dimensions, in the order of the columns. */
  readonly by: readonly string[];
}

/** The id of a row: the values of what it is divided by, in their order, with colons between them and `-` where there is none. */
export const figureRowId = (values: readonly (string | number | null | undefined)[]): string =>
  values.map((value) => value ?? '-').join(':');
