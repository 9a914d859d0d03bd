/** A dimension as the schema's enum names it. */
export type Dimension =
  | 'STREAM'
  | 'STAGE'
  | 'FINANCIAL_YEAR'
  | 'QUARTER'
  | 'MONTH'
  | 'DIRECTORATE'
  | 'SERVICE'
  | 'THEME'
  | 'CHANNEL'
  | 'OUTCOME';

/** Streams in the order of the contract; later ones follow by name. */
export const STREAMS: readonly string[] = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'];

/** What is shown where a service, directorate, theme or channel was not recorded. */
export const NOT_RECORDED = 'Not recorded';

/** The name under which the day of the event goes inside a statement. */
export const DAY = 'day';

interface DimensionColumn {
  /** The column of a row of figures. */
  readonly name: string;
  /** Columns of the facts that it is made of; DAY stands for the day of the event. */
  readonly from: readonly string[];
  /** SQL of its value, from those columns of `event` and the names joined to them. */
  readonly value: string;
  /** SQL of its order, where its value's own will not do. */
  readonly order?: string;
}

const FIRST_YEAR = `(extract(year from event.day)::int - (extract(month from event.day) < 4)::int)`;

/** Fixed pieces of SQL: whoever asks chooses among them and adds nothing. */
export const DIMENSIONS: Readonly<Record<Dimension, DimensionColumn>> = {
  STREAM: {
    name: 'stream',
    from: ['stream'],
    value: 'event.stream',
    order: `array_position(array[${STREAMS.map((stream) => `'${stream}'`).join(', ')}], stream), stream collate "C"`,
  },
  STAGE: { name: 'stage', from: ['stage'], value: 'event.stage' },
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
  DIRECTORATE: {
    name: 'directorate',
    from: ['service_id', 'directorate_id'],
    value: `coalesce(directorate.name, service.directorate, '${NOT_RECORDED}')`,
    order: 'directorate collate "C"',
  },
  SERVICE: {
    name: 'service',
    from: ['service_id'],
    value: `coalesce(service.name, '${NOT_RECORDED}')`,
    order: 'service collate "C"',
  },
  THEME: {
    name: 'theme',
    from: ['theme'],
    value: `coalesce(event.theme, '${NOT_RECORDED}')`,
    order: 'theme collate "C"',
  },
  CHANNEL: {
    name: 'channel',
    from: ['channel'],
    value: `coalesce(event.channel, '${NOT_RECORDED}')`,
    order: 'channel collate "C"',
  },
  OUTCOME: {
    name: 'outcome',
    from: ['outcome'],
    value: 'event.outcome',
    order: `array_position(array['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'], outcome)`,
  },
};

/** SQL that joins the names to `event`, for the dimensions that show them. */
export function nameJoins(by: readonly Dimension[]): string {
  const service = 'left join insight.service on service.id = event.service_id';
  if (by.includes('DIRECTORATE')) {
    return `${service}
      left join insight.directorate on directorate.id = coalesce(service.directorate_id, event.directorate_id)`;
  }
  return by.includes('SERVICE') ? service : '';
}
