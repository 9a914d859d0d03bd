import type { FigureSet } from '../platform/records/record-set';

/** The figures that leave as flat tables. */
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
