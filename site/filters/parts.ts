import { z } from 'zod';

/** What a page can be narrowed by: the parts of the graph's own filter that stand in an address, under the same names. */
export type FilterPart =
  | 'streams'
  | 'stages'
  | 'financialYears'
  | 'quarters'
  | 'directorates'
  | 'services'
  | 'themes'
  | 'channels'
  | 'outcomes'
  | 'routes'
  | 'ageBands'
  | 'from'
  | 'to';

/**
 * Names that a filter can have, as the council has them now. Null where they could not be had: then nobody can say that a
 * name makes no sense, and what an address names is taken as it is.
 */
export interface Choices {
  readonly services: readonly string[] | null;
  readonly directorates: readonly string[] | null;
  readonly themes: readonly string[] | null;
  readonly channels: readonly string[] | null;
}

/** Where none was written down, as figures are divided by it; the council's own lists of names do not hold it. */
export const NO_NAME = 'Not recorded';
export const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'] as const;
export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export const OUTCOMES = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'] as const;
export const ROUTES = ['ESCALATED', 'DIRECT'] as const;
export const AGE_BANDS = [
  'UP_TO_10_WORKING_DAYS',
  'FROM_11_TO_20_WORKING_DAYS',
  'FROM_21_TO_40_WORKING_DAYS',
  'FROM_41_TO_65_WORKING_DAYS',
  'OVER_65_WORKING_DAYS',
] as const;
export const STAGES = [1, 2, 3] as const;

/** What a page is narrowed by, as `MeasureFilter` takes it; a part that is left out does not narrow. */
export const filterModel = z.object({
  financialYears: z.array(z.string()).optional(),
  quarters: z.array(z.enum(QUARTERS)).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  streams: z.array(z.enum(STREAMS)).optional(),
  stages: z.array(z.coerce.number()).optional(),
  directorates: z.array(z.string()).optional(),
  services: z.array(z.string()).optional(),
  themes: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
  outcomes: z.array(z.enum(OUTCOMES)).optional(),
  routes: z.array(z.enum(ROUTES)).optional(),
  ageBands: z.array(z.enum(AGE_BANDS)).optional(),
  /** The day as at which figures stand: the graph takes it beside its filter, an address among its parts. */
  asAt: z.string().optional(),
});
export type Filter = z.output<typeof filterModel>;

/** Parts in the order in which an address and a page name them. */
export const FILTER_PARTS: readonly FilterPart[] = [
  'financialYears',
  'quarters',
  'from',
  'to',
  'streams',
  'stages',
  'directorates',
  'services',
  'themes',
  'channels',
  'outcomes',
  'routes',
  'ageBands',
];

/** How a page calls a part. */
export const PART_NAMES: Readonly<Record<FilterPart, string>> = {
  financialYears: 'Financial year',
  quarters: 'Quarter',
  from: 'From',
  to: 'To',
  streams: 'Stream',
  stages: 'Stage',
  directorates: 'Directorate',
  services: 'Service',
  themes: 'Theme',
  channels: 'Channel',
  outcomes: 'Finding',
  routes: 'Route',
  ageBands: 'Age',
};
