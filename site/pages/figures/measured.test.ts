import { readFileSync } from 'node:fs';
import path from 'node:path';
import { measuredIn, sidesOf } from './measured';

const root = path.join(__dirname, '..', '..', '..');
const schema = readFileSync(path.join(root, 'schema/insight/measures.generated.graphql'), 'utf8');
const operation = readFileSync(path.join(root, 'site/operations/divided-figures.graphql'), 'utf8');

/** The numbers that a row of figures has, and the measures that are shares, as the schema says. */
const fields = [...schema.matchAll(/^ {2}([a-zA-Z\d]+): (?:Int|Float)$/gm)].map(([, name = '']) => name);
const rates = [...schema.matchAll(/^ {2}([A-Z_]+_RATE)$/gm)].map(([, name = '']) => name);

describe('a measure in a row of figures', () => {
  it('is found under its name', () => {
    const row = { received: 1, answeredInTime: 2, daysToAnswerP90: 3 };
    const found = (['RECEIVED', 'ANSWERED_IN_TIME', 'DAYS_TO_ANSWER_P90'] as const).map(
      (measure) => measuredIn(row, { measure, unit: 'COUNT' }).value,
    );
    expect(found).toEqual([1, 2, 3]);
  });

  it('is asked for, whichever the schema has', () => {
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter((field) => !operation.includes(`  ${field} @include(if: $`))).toEqual([]);
  });

  it('that is a share is never without its two counts', () => {
    expect(rates.length).toBeGreaterThan(2);
    const sides = new Map<string, object | null>([
      ['IN_TIME_RATE', sidesOf({ measure: 'IN_TIME_RATE', unit: 'RATE' })],
      ['ACKNOWLEDGED_IN_TIME_RATE', sidesOf({ measure: 'ACKNOWLEDGED_IN_TIME_RATE', unit: 'RATE' })],
      ['UPHOLD_RATE', sidesOf({ measure: 'UPHOLD_RATE', unit: 'RATE' })],
      ['WENT_ON_RATE', sidesOf({ measure: 'WENT_ON_RATE', unit: 'RATE' })],
      ['REMEDY_COMPLIANCE_RATE', sidesOf({ measure: 'REMEDY_COMPLIANCE_RATE', unit: 'RATE' })],
      ['PROMISE_KEPT_IN_TIME_RATE', sidesOf({ measure: 'PROMISE_KEPT_IN_TIME_RATE', unit: 'RATE' })],
      ['PROMISE_KEPT_RATE', sidesOf({ measure: 'PROMISE_KEPT_RATE', unit: 'RATE' })],
      ['IN_TIME_PROMISE_LATE_RATE', sidesOf({ measure: 'IN_TIME_PROMISE_LATE_RATE', unit: 'RATE' })],
    ]);
    expect(rates.filter((rate) => !sides.get(rate))).toEqual([]);
  });

  it('that is a share is read with what it was divided from', () => {
    const row = { upholdRate: 0.5, upheld: 2, partiallyUpheld: 1, notUpheld: 3 };
    expect(measuredIn(row, { measure: 'UPHOLD_RATE', unit: 'RATE' })).toEqual({
      ...{ value: 0.5, numerator: 3, denominator: 6 },
    });
  });

  it('that was not recorded is null, and so is a sum of which a part was not', () => {
    const row = { upholdRate: null, upheld: 2, partiallyUpheld: null, notUpheld: 3 };
    expect(measuredIn(row, { measure: 'UPHOLD_RATE', unit: 'RATE' })).toEqual({
      ...{ value: null, numerator: null, denominator: null },
    });
    expect(measuredIn({}, { measure: 'OPEN', unit: 'COUNT' }).value).toBeNull();
    expect(measuredIn({ open: 0 }, { measure: 'OPEN', unit: 'COUNT' }).value).toBe(0);
  });

  it('in working days is of the stages answered', () => {
    const row = { daysToAnswerMedian: 12.5, answered: 8 };
    expect(measuredIn(row, { measure: 'DAYS_TO_ANSWER_MEDIAN', unit: 'WORKING_DAYS' })).toEqual({
      ...{ value: 12.5, numerator: null, denominator: 8 },
    });
  });
});
