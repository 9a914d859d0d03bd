/** What is shown where a value was not recorded. */
export const NOT_RECORDED = 'Not recorded';

/** The name under which the day of what is counted goes inside a statement. */
export const DAY = 'day';

/** What figures can be divided by, as fixed pieces of SQL: a caller chooses among them and adds nothing. */
export interface DimensionColumn {
  /** The column of a row of figures. */
  readonly name: string;
  /** Stored columns that it is made of; DAY stands for the day of what is counted. */
  readonly from: readonly string[];
  /** SQL of its value, from those columns of `event` and what is joined to them. */
  readonly value: string;
  /** SQL of its order, where its value's own will not do. */
  readonly order?: string;
}

/** All dimensions of one kind of figures, by their names in the schema's enum. */
export type Dimensions<Dimension extends string> = Readonly<Record<Dimension, DimensionColumn>>;

const FIRST_YEAR = `(extract(year from event.day)::int - (extract(month from event.day) < 4)::int)`;

/** The dimensions of time, the same for all figures. */
export const TIME_DIMENSIONS = {
  FINANCIAL_YEAR: {
    name: 'financialYear',
    from: [DAY],
    value: `${FIRST_YEAR} || '-' || lpad(((${FIRST_YEAR} + 1) % 100)::text, 2, '0')`,
  },
  QUARTER: {
    name: 'quarter',
    from: [DAY],
    value: `'Q' || ((extract(quarter from event.day)::int + 2) % 4 + 1)`,
  },
  // Truncated as a timestamp: a bare date would become one with a time zone.
  MONTH: { name: 'month', from: [DAY], value: `date_trunc('month', event.day::timestamp)::date::text` },
} as const satisfies Dimensions<'FINANCIAL_YEAR' | 'QUARTER' | 'MONTH'>;
