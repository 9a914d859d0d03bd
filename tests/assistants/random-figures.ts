import fc from 'fast-check';

/** A question that an assistant asks of figures. */
export interface FiguresAsked {
  readonly measures: readonly string[];
  readonly by: readonly string[];
  readonly where: Readonly<Record<string, unknown>>;
}

const MEASURES = [
  ...[
    'RECEIVED',
    'ESCALATED',
    'ANSWERED',
    'ANSWERED_IN_TIME',
    'CLOSED',
    'UPHELD',
    'OPEN',
    'OVERDUE',
    'CALLS',
  ],
  ...['IN_TIME_RATE', 'UPHOLD_RATE', 'WENT_ON_RATE', 'ACKNOWLEDGED_IN_TIME_RATE', 'REMEDY_COMPLIANCE_RATE'],
  ...['DAYS_TO_ANSWER_MEAN', 'DAYS_TO_ANSWER_MEDIAN', 'REFERRED_TO_OMBUDSMAN', 'UPHELD_BY_OMBUDSMAN'],
];
const DIMENSIONS = ['STREAM', 'STAGE', 'QUARTER', 'MONTH', 'SERVICE', 'THEME', 'OUTCOME', 'ROUTE'];
const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'];
const YEARS = ['2019-20', '2020-21', '2021-22'];
const SERVICES = ['Greenspace', 'Highways', 'Planning', 'Schools', 'Not recorded'];
const FROM = ['2019-11-05', '2020-06-01', '2021-01-01'];
const TO = ['2020-12-31', '2021-06-30', '2021-12-31'];

const some = <Value>(values: readonly Value[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });

const filters = fc.record(
  {
    ...{ streams: some(STREAMS), stages: some([1, 2, 3]), financialYears: some(YEARS) },
    ...{ quarters: some(['Q1', 'Q2', 'Q3', 'Q4']), services: some(SERVICES) },
    ...{ from: fc.constantFrom(...FROM), to: fc.constantFrom(...TO) },
  },
  { requiredKeys: [] },
);

/** What may be asked by whoever is not told small numbers: whole years that are over. */
const wholeYears = fc.record(
  { financialYears: some(YEARS.slice(0, 2)), streams: some(STREAMS), stages: some([1, 2, 3]) },
  { requiredKeys: ['financialYears'] },
);

/** As many random questions as asked for, the same ones each time. */
export const randomFigures = (
  numRuns: number,
  { isProtected }: { readonly isProtected: boolean },
): FiguresAsked[] =>
  fc.sample(
    fc.record({
      measures: some(MEASURES, 3),
      by: some(DIMENSIONS),
      where: isProtected ? wholeYears : filters,
    }),
    { seed: 115, numRuns },
  );
