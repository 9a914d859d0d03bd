import type { FigurePartsFragment } from '../../operations/__generated__/operations';
import { toldFigure } from './told-figure';

const figure = (given: Partial<FigurePartsFragment> = {}): FigurePartsFragment => ({
  ...{ measure: 'IN_TIME_RATE', value: 81 / 116, numerator: 81, denominator: 116 },
  ...{ asAt: '2021-09-30', partial: false, suppressed: false, judged: null },
  definition: {
    ...{ title: 'Share answered in time', unit: 'RATE', polarity: 'HIGHER_IS_BETTER' },
    ...{
      counts: 'The share of answers',
      numerator: 'Stages answered in time',
      denominator: 'Stages answered: all',
    },
    ...{ datedBy: 'The day of the answer', source: 'The limit' },
  },
  comparisons: [
    {
      ...{ with: 'SAME_PERIOD_LAST_YEAR', from: '2020-07-01', to: '2020-09-30', better: true },
      ...{ value: 20 / 79, numerator: 20, denominator: 79, suppressed: false },
    },
  ],
  ...given,
});

describe('a figure in words', () => {
  it('is never a rate without its count, nor beside one', () => {
    const told = toldFigure(figure(), { streams: ['SCHOOLS'] });
    expect(told).toMatchObject({
      value: '70\u00a0%',
      of: '81 of 116 stages answered',
      exact: String(81 / 116),
    });
    expect(told.comparisons).toEqual([
      {
        words: '25\u00a0% (20\u00a0of\u00a079) a year before',
        period: 'July to September 2020 (Q2 2020-21)',
        judged: 'better',
      },
    ]);
    expect(told.listHref).toBe('/complaints?streams=SCHOOLS&measure=IN_TIME_RATE');
  });

  it('has no list where there is none of what it counts', () => {
    expect(toldFigure(figure({ measure: 'CALLS' }), {}).listHref).toBeNull();
  });

  it('says “not recorded” of itself and of what it is beside, and judges neither', () => {
    const [compared] = figure().comparisons;
    if (compared === undefined) throw new Error('The figure has a comparison');
    const none = { value: null, numerator: null, denominator: null };
    const told = toldFigure(figure({ ...none, comparisons: [{ ...compared, ...none, better: null }] }), {});
    expect(told).toMatchObject({ value: 'not recorded', exact: '', of: null });
    expect(told.comparisons[0]).toMatchObject({ words: 'not recorded a year before', judged: null });
  });

  it('of days says of how many', () => {
    const { definition } = figure();
    const told = toldFigure(
      figure({
        ...{ measure: 'DAYS_TO_ANSWER_MEDIAN', value: 12, numerator: null, denominator: 1 },
        ...{ definition: { ...definition, unit: 'WORKING_DAYS' }, comparisons: [] },
      }),
      {},
    );
    expect(told).toMatchObject({ value: '12 working days', of: 'of 1 stages answered' });
  });
});
