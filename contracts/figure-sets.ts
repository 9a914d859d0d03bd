/** Figures as a flat table that every door tells alike: one row for each combination of what they are divided by. */
export interface FigureSet {
  /** As addresses name it. */
  readonly name: string;
  /** What one row is. */
  readonly description: string;
  /** The graph's dimensions, in the order of the columns; the id of a row is their values, divided by colons. */
  readonly by: readonly string[];
}

export const figureSets = [
  {
    name: 'monthly-figures',
    description: 'The figures of one stage of a stream in one month a row.',
    by: ['MONTH', 'STREAM', 'STAGE'],
  },
  {
    name: 'quarterly-figures',
    description: 'The figures of one stage of a stream in one quarter of a financial year a row.',
    by: ['FINANCIAL_YEAR', 'QUARTER', 'STREAM', 'STAGE'],
  },
] as const satisfies readonly FigureSet[];
