import fc from 'fast-check';
import type { FigurePartsFragment } from '../operations/__generated__/operations';
import { protectSmall } from './protect-small';

const COUNT: FigurePartsFragment['definition'] = {
  ...{ title: '', unit: 'COUNT', polarity: 'NEITHER', counts: '', datedBy: '', source: '' },
  ...{ numerator: null, denominator: null },
};
const figure = (given: Partial<FigurePartsFragment>): FigurePartsFragment => ({
  ...{ measure: 'RECEIVED', value: 10, numerator: null, denominator: null, suppressed: false },
  ...{ asAt: '2021-09-30', partial: false, judged: null, definition: COUNT, comparisons: [] },
  ...given,
});
const rate = (numerator: number, denominator: number) =>
  figure({
    ...{ measure: 'IN_TIME_RATE', numerator, denominator, definition: { ...COUNT, unit: 'RATE' } },
    value: denominator === 0 ? null : numerator / denominator,
  });
const compared = (value: number) => ({
  ...{ with: 'PREVIOUS_PERIOD' as const, from: '2021-04-01', to: '2021-06-30', value, better: true },
  ...{ numerator: null, denominator: null, suppressed: false },
});
const only = (given: FigurePartsFragment) => protectSmall([given])[0];

describe('small numbers in mail', () => {
  it.each([1, 2, 3, 4])('are not told: %s', (value) => {
    expect(only(figure({ value }))).toMatchObject({ value: null, suppressed: true });
  });
  it.each([0, 5, 67])('are told where nobody is known by them: %s', (value) => {
    expect(only(figure({ value }))).toMatchObject({ value, suppressed: false });
  });

  it.each([
    [3, 60],
    [57, 60],
    [2, 4],
    [0, 3],
  ])('are not told by a rate, its parts, or what is left: %s of %s', (numerator, denominator) => {
    expect(only(rate(numerator, denominator))).toMatchObject({
      ...{ value: null, numerator: null, denominator: null, suppressed: true },
    });
  });
  it.each([
    [0, 60],
    [60, 60],
    [30, 60],
    [0, 0],
  ])('leave other rates: %s of %s', (numerator, denominator) => {
    expect(only(rate(numerator, denominator))).toMatchObject({ numerator, denominator, suppressed: false });
  });

  it('are not told by days of so few', () => {
    const days = figure({ value: 12, denominator: 3, definition: { ...COUNT, unit: 'WORKING_DAYS' } });
    expect(only(days)).toMatchObject({ value: null, suppressed: true });
    expect(only({ ...days, value: 2, denominator: 30 })).toMatchObject({ value: 2, suppressed: false });
  });

  it('are not told by what a figure is compared with', () => {
    expect(only(figure({ comparisons: [compared(3), compared(30)] }))?.comparisons).toMatchObject([
      { value: null, suppressed: true, better: null },
      { value: 30, suppressed: false, better: true },
    ]);
  });

  it('are not told by a part and its whole, then and now', () => {
    const open = figure({ measure: 'OPEN', value: 40, comparisons: [compared(30)] });
    const overdue = figure({ measure: 'OVERDUE', value: 38, comparisons: [compared(29)] });
    expect(protectSmall([open, overdue])[1]).toMatchObject({
      ...{ value: null, suppressed: true, comparisons: [{ value: null, suppressed: true }] },
    });
    expect(protectSmall([open, { ...overdue, value: 30 }])[1]).toMatchObject({ value: 30 });
  });

  it('never stand in what is told, however figures fall', () => {
    const counts = fc.nat({ max: 12 });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const told = only(rate(Math.min(one, other), Math.max(one, other)));
        const left = (told?.denominator ?? 0) - (told?.numerator ?? 0);
        for (const number of [told?.numerator ?? 0, told?.denominator ?? 0, left])
          expect(number === 0 || number >= 5).toBe(true);
      }),
    );
  });
});
