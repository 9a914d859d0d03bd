import { OMBUDSMAN_BODIES } from '../../../contracts/ombudsman-body';
import { ROUTES } from '../../../contracts/route';
import { type Dimensions, NOT_RECORDED, TIME_DIMENSIONS } from '../../../counting/dimensions';
import { CLOSURE_REASONS, OUTCOMES } from '../../../domain/findings';
import { keysOf } from '../../../platform/tables/keys-of';
import { AGE_BAND_NAMES } from './catalogue/age-bands';

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
  | 'OUTCOME'
  | 'ROUTE'
  | 'CLOSURE_REASON'
  | 'OMBUDSMAN'
  | 'AGE_BAND';

/** Streams in the order of the contract; later ones follow by name. */
export const STREAMS: readonly string[] = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'];

/** What stands in the order of the schema's enums, by field; what is not named follows. */
export const ORDERS: Readonly<Partial<Record<string, readonly string[]>>> = {
  stream: STREAMS,
  outcome: OUTCOMES,
  route: ROUTES,
  closureReason: CLOSURE_REASONS,
  ombudsman: OMBUDSMAN_BODIES,
  ageBand: AGE_BAND_NAMES,
};

/** The field of a row in which each dimension stands. */
export const FIELDS = {
  STREAM: 'stream',
  STAGE: 'stage',
  FINANCIAL_YEAR: 'financialYear',
  QUARTER: 'quarter',
  MONTH: 'month',
  DIRECTORATE: 'directorate',
  SERVICE: 'service',
  THEME: 'theme',
  CHANNEL: 'channel',
  OUTCOME: 'outcome',
  ROUTE: 'route',
  CLOSURE_REASON: 'closureReason',
  OMBUDSMAN: 'ombudsman',
  AGE_BAND: 'ageBand',
} as const satisfies Readonly<Record<Dimension, string>>;

export const DIMENSION_NAMES: readonly Dimension[] = keysOf(FIELDS);

const orderOf = (field: string): string => `array_position(${arrayOf(ORDERS[field] ?? [])}, "${field}")`;

const arrayOf = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(', ')}]`;

/** Fixed pieces of SQL: a caller chooses among them and adds nothing. */
export const DIMENSIONS: Dimensions<Dimension> = {
  STREAM: {
    name: FIELDS.STREAM,
    from: ['stream'],
    value: 'event.stream',
    order: `array_position(${arrayOf(STREAMS)}, stream), stream collate "C"`,
  },
  STAGE: { name: FIELDS.STAGE, from: ['stage'], value: 'event.stage' },
  ...TIME_DIMENSIONS,
  DIRECTORATE: {
    name: FIELDS.DIRECTORATE,
    from: ['service_id', 'directorate_id'],
    value: `coalesce(directorate.name, service.directorate, '${NOT_RECORDED}')`,
    order: 'directorate collate "C"',
  },
  SERVICE: {
    name: FIELDS.SERVICE,
    from: ['service_id'],
    value: `coalesce(service.name, '${NOT_RECORDED}')`,
    order: 'service collate "C"',
  },
  THEME: {
    name: FIELDS.THEME,
    from: ['theme'],
    value: `coalesce(event.theme, '${NOT_RECORDED}')`,
    order: 'theme collate "C"',
  },
  CHANNEL: {
    name: FIELDS.CHANNEL,
    from: ['channel'],
    value: `coalesce(event.channel, '${NOT_RECORDED}')`,
    order: 'channel collate "C"',
  },
  OUTCOME: {
    name: FIELDS.OUTCOME,
    from: ['outcome'],
    value: 'event.outcome',
    order: orderOf('outcome'),
  },
  ROUTE: { name: FIELDS.ROUTE, from: ['route'], value: 'event.route', order: orderOf('route') },
  CLOSURE_REASON: {
    name: FIELDS.CLOSURE_REASON,
    from: ['closure_reason'],
    value: 'event.closure_reason',
    order: orderOf('closureReason'),
  },
  OMBUDSMAN: { name: FIELDS.OMBUDSMAN, from: ['body'], value: 'event.body', order: orderOf('ombudsman') },
  AGE_BAND: {
    name: FIELDS.AGE_BAND,
    from: ['age_band'],
    value: 'event.age_band',
    order: orderOf('ageBand'),
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
