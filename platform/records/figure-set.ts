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
