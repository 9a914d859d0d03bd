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
  suppressed: false,
  definition,
  judged: { rag: 'RED', words: 'Red: more than 5 points below 90 %' },
  comparisons: [],
} as const;
const none = { open: [], stages: [], cases: [], stageOne: [], stageTwo: [] };
const earlier = { from: '2020-07-01', to: '2020-09-30', numerator: 20, denominator: 100, suppressed: false };

describe('scorecards', () => {
  it('never show a rate without its count, and lead to the list of their stage', () => {
    const [card] = scorecardsOf({ ...none, stageOne: [figure] }, { streams: ['CORPORATE'] });
    expect(card).toMatchObject({
      title: 'Stage 1 answered in time',
      exact: '0.7',
      value: '70\u00a0%',
      of: '81 of 116 answered',
      judged: { rag: 'RED', words: 'Red: more than 5 points below 90 %' },
      listHref: '/complaints?streams=CORPORATE&stages=1&measure=IN_TIME_RATE',
      definitionHref: '/measures/IN_TIME_RATE?streams=CORPORATE&stages=1',
      note: null,
    });
  });

  it('say what was not recorded, and give no number for it', () => {
    const unknown = { ...figure, value: null, numerator: null, denominator: null };
    const [card] = scorecardsOf({ ...none, open: null, stageOne: [unknown] }, {});
    expect(card).toMatchObject({ exact: '', value: 'not recorded', of: null });
  });

  it('say what is not told, which is something else', () => {
    const hidden = { ...figure, value: null, numerator: null, denominator: null, suppressed: true };
    const [card] = scorecardsOf({ ...none, open: null, stageOne: [hidden] }, {});
    expect(card).toMatchObject({ exact: '', value: 'not told', of: null });
  });

  it('of cases alone say nothing of what no ombudsman of theirs does', () => {
    const upheld = { ...figure, measure: 'UPHELD_BY_OMBUDSMAN' as const, value: null, denominator: null };
    const decided = { ...upheld, measure: 'OMBUDSMAN_DECIDED' as const };
    const measures = (hasStages: boolean, value: number | null) =>
      scorecardsOf({ ...none, cases: [decided, { ...upheld, value }] }, {}, hasStages).map(
        ({ measure }) => measure,
      );
    expect(measures(false, null)).toEqual(['OMBUDSMAN_DECIDED']);
    expect(measures(false, 0)).toEqual(['OMBUDSMAN_DECIDED', 'UPHELD_BY_OMBUDSMAN']);
    expect(measures(true, null)).toEqual(['UPHELD_BY_OMBUDSMAN']);
  });

  it('judge a comparison by its polarity, and say nothing of what is not known', () => {
    const compared = [
      { ...earlier, with: 'SAME_PERIOD_LAST_YEAR', value: 0.2, better: true },
      { ...earlier, with: 'PREVIOUS_PERIOD', value: null, better: null },
    ] as const;
    const [card] = scorecardsOf({ ...none, stageOne: [{ ...figure, comparisons: compared }] }, {});
    expect(card?.comparisons).toEqual([
      { words: '20\u00a0% (20\u00a0of\u00a0100) a year before', judged: 'better' },
      { words: 'not recorded in the quarter before', judged: null },
    ]);
  });
});

describe('scorecards under a filter that not all of them have', () => {
  const filter = {
    ...{ stages: [2], outcomes: ['UPHELD' as const], ageBands: ['OVER_65_WORKING_DAYS' as const] },
    asAt: '2021-06-30',
  };
  const of = (measure: 'OPEN' | 'UPHELD_BY_OMBUDSMAN') => [{ ...figure, measure }];
  const cards = scorecardsOf({ ...none, open: of('OPEN'), cases: of('UPHELD_BY_OMBUDSMAN') }, filter);

  it('say what they are not narrowed by, and lead to what they count', () => {
    expect(cards.map(({ note, listHref }) => [note, listHref])).toEqual([
      [
        null,
        '/complaints?stages=2&outcomes=UPHELD&ageBands=OVER_65_WORKING_DAYS&measure=OPEN&asAt=2021-06-30',
      ],
      [
        'Not narrowed by stage, finding and age: an ombudsman’s case has none.',
        '/complaints?measure=UPHELD_BY_OMBUDSMAN&asAt=2021-06-30',
      ],
    ]);
  });

  it('are asked each with what it has, and as at the day beside the filter', () => {
    const asked = scorecardVariables(periodOfPage({ ...filter, financialYears: ['2020-21'] }, '2021-09-30'));
    expect(asked.asAt).toBe('2021-06-30');
    expect(asked.cases).toEqual({ financialYears: ['2020-21'] });
    expect(asked.stageOne).toEqual({ financialYears: ['2020-21'], stages: [1], outcomes: ['UPHELD'] });
    expect(asked.open).toMatchObject({ stages: [2], ageBands: ['OVER_65_WORKING_DAYS'] });
    expect(JSON.stringify(asked).match(/asAt/g)).toHaveLength(1);
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
