import { type Dimensions, NOT_RECORDED, TIME_DIMENSIONS } from '../../../counting/dimensions';

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

/** Fixed pieces of SQL: a caller chooses among them and adds nothing. */
export const DIMENSIONS: Dimensions<Dimension> = {
  STREAM: {
    name: 'stream',
    from: ['stream'],
    value: 'event.stream',
    order: `array_position(array[${STREAMS.map((stream) => `'${stream}'`).join(', ')}], stream), stream collate "C"`,
  },
  STAGE: { name: 'stage', from: ['stage'], value: 'event.stage' },
  ...TIME_DIMENSIONS,
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
