import fc from 'fast-check';
import type { Quarter } from '../../../domain/calendar/financial-year';
import { keysOf } from '../../../platform/tables/keys-of';
import type { MeasureFilter } from '../figures/filter';
import { type Dimension, FIELDS } from '../figures/stage-dimensions';

const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });

/** Filters of the generated complaints. */
export const aFilter: fc.Arbitrary<MeasureFilter> = fc
  .record({
    streams: maybe(['CORPORATE', 'SCHOOLS']),
    stages: maybe([1, 2, 3, 4]),
    financialYears: maybe(['2018-19', '2019-20', '2020-21', '2021-22']),
    quarters: maybe<Quarter>(['Q1', 'Q2', 'Q3', 'Q4']),
    period: fc.option(
      fc.constantFrom(
        ['2019-06-15', '2020-12-31'],
        ['2020-02-29', '2020-03-01'],
        ['2020-04-01', '2020-12-31'],
        ['2019-03-31', null],
        [null, '2021-04-01'],
      ),
      { nil: [null, null], freq: 1 },
    ),
    services: maybe(['Highways', 'highway services', 'LIBRARIES', 'Not recorded']),
    directorates: maybe(['Place', 'Corporate', 'Not recorded']),
    themes: maybe(['Delay', 'Not recorded']),
    channels: maybe(['Email', 'Phone']),
    outcomes: maybe(['UPHELD', 'NOT_UPHELD']),
    routes: maybe(['ESCALATED', 'DIRECT']),
  })
  .map(({ period: [from, to], ...lists }) => ({
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    from: from ?? null,
    to: to ?? null,
  }));

/** Up to four dimensions in any order. What happened has no age. */
export const someDimensions: fc.Arbitrary<Dimension[]> = fc.shuffledSubarray(
  keysOf(FIELDS).filter((dimension) => dimension !== 'AGE_BAND'),
  { maxLength: 4 },
);

/** The day as at which a question is asked; mostly none. */
export const anAsAt = fc.constantFrom(null, null, '2019-08-07', '2020-03-31', '2020-12-31', '2021-10-01');
