import { periodOfPage } from '../../filters/period';
import { scorecardsOf, scorecardVariables } from './scorecards';

const definition = {
  title: 'Answered in time',
  unit: 'RATE',
  polarity: 'HIGHER_IS_BETTER',
  counts: '',
  numerator: '',
  denominator: '',
  datedBy: '',
  source: '',
} as const;
const figure = {
  measure: 'IN_TIME_RATE',
  value: 0.7,
  numerator: 81,
  denominator: 116,
  asAt: '2021-09-30',
  partial: false,
  definition,
  comparisons: [],
} as const;
const earlier = { from: '2020-07-01', to: '2020-09-30', numerator: 20, denominator: 100 };

describe('scorecards', () => {
  it('never show a rate without its count, and lead to the list of their stage', () => {
    const [card] = scorecardsOf({ all: [], stageOne: [figure], stageTwo: [] }, { streams: ['CORPORATE'] });
    expect(card).toMatchObject({
      title: 'Stage 1 answered in time',
      exact: '0.7',
      value: '70\u00a0%',
      of: '81 of 116 answered',
      listHref: '/complaints?streams=CORPORATE&stages=1&measure=IN_TIME_RATE',
      definitionHref: '/measures/IN_TIME_RATE',
    });
  });

  it('say what was not recorded, and give no number for it', () => {
    const none = { ...figure, value: null, numerator: null, denominator: null };
    const [card] = scorecardsOf({ all: null, stageOne: [none], stageTwo: null }, {});
    expect(card).toMatchObject({ exact: '', value: 'not recorded', of: null });
  });

  it('judge a comparison by its polarity, and say nothing of what is not known', () => {
    const compared = [
      { ...earlier, with: 'SAME_PERIOD_LAST_YEAR', value: 0.2, better: true },
      { ...earlier, with: 'PREVIOUS_PERIOD', value: null, better: null },
    ] as const;
    const [card] = scorecardsOf(
      { all: [], stageOne: [{ ...figure, comparisons: compared }], stageTwo: [] },
      {},
    );
    expect(card?.comparisons).toEqual([
      { words: '20\u00a0% a year before', judged: 'better' },
      { words: 'not recorded in the quarter before', judged: null },
    ]);
  });
});

describe('what scorecards are asked with', () => {
  it('compares one period with others, and never several', () => {
    const one = scorecardVariables(periodOfPage({}, '2021-09-30'));
    expect(one.compareWith).toEqual(['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD']);
    expect(one.stageTwo).toEqual({ financialYears: ['2021-22'], quarters: ['Q2'], stages: [2] });
    const several = periodOfPage({ financialYears: ['2019-20', '2021-22'] }, '2021-09-30');
    expect(scorecardVariables(several).compareWith).toBeNull();
  });
});
