import { answering, IN_TIME_RATE, MAKE, RECEIVED, SOURCES, valued } from '../testing';
import { compareFigures } from './compare-figures';
import { dataQuality } from './data-quality';
import { getFigures } from './get-figures';
import { listCounted } from './list-counted';
import { listFilters } from './list-filters';
import { listMeasures } from './list-measures';

const WHERE = { streams: ['SCHOOLS'], from: '2021-07-01' };
const RATE = {
  ...{ ...valued(0.7, 81, 116), measure: 'IN_TIME_RATE', asAt: '2021-10-14', partial: true, openFaults: 1 },
  ...{ definition: IN_TIME_RATE, sources: SOURCES, comparisons: [] },
};

describe('list_measures', () => {
  const answers = { AssistantMeasures: { measureDefinitions: [RECEIVED, IN_TIME_RATE] } };

  it('tells those that are asked for, or all', async () => {
    const one = await listMeasures(MAKE).answer({ measures: ['RECEIVED'] }, answering(answers));
    expect(one.structured).toEqual({ measures: [RECEIVED], link: 'https://site.example/measures' });
    const all = await listMeasures(MAKE).answer({}, answering(answers));
    expect(all.text.split('\n').map((line) => line.slice(0, 20))).toEqual([
      ...['Received (RECEIVED, ', 'Share answered in ti', 'See it on the site: '],
    ]);
  });
});

describe('list_filters', () => {
  const reach = {
    asAt: '2021-10-14',
    partial: [],
    closedWithoutDay: 2,
    smallNumbers: null,
    sources: SOURCES,
  };
  const services = [
    { name: 'Parks\u0000\nand gardens', formerNames: [], directorate: 'Place', endedOn: null },
  ];
  const told = {
    ...{ services, reach, directorates: [{ name: 'Place' }], channels: [], themes: null },
    financialYears: { rows: [{ financialYear: '2020-21' }, { financialYear: null }] },
    stages: { rows: [{ stage: 1 }, { stage: null }] },
  };

  it('tells names as one line each, and what is not to be had', async () => {
    const { text, structured } = await listFilters(MAKE).answer({}, answering({ AssistantFilters: told }));
    expect(structured).toMatchObject({
      ...{ asAt: '2021-10-14', services: [{ name: 'Parks and gardens' }], directorates: ['Place'] },
      ...{ channels: [], themes: null, financialYears: ['2020-21'], stages: [1] },
    });
    expect(text).toContain('Services (services): Parks and gardens.');
    expect(text).toContain('Themes (themes): not to be had just now.');
    expect(text).toContain('Channels (channels): none.');
  });
});

describe('get_figures', () => {
  it('tells each with its count, its meaning and its link, and up to which day where it is partial', async () => {
    const asking = answering({ AssistantFigures: { figures: [RATE] } });
    const asked = { measures: ['IN_TIME_RATE'], where: WHERE };
    const { text, structured } = await getFigures(MAKE).answer(asked, asking);
    expect(asking.asked).toEqual([['AssistantFigures', { measures: ['IN_TIME_RATE'], where: WHERE }]]);
    expect(text.split('\n')).toEqual([
      'For Schools, from 1 July 2021, as at 14 October 2021:',
      expect.stringMatching(
        /^Share answered in time: 70 % \(81 of 116 stages answered\), to 30 September 2021\. It means: The share /,
      ),
      'See it on the site: https://site.example/measures/IN_TIME_RATE?from=2021-07-01&streams=SCHOOLS',
      'The period goes on past the records: this is what there is so far. They go to 30 September 2021.',
      'Of the records of these streams 1 fault waits to be put right.',
    ]);
    expect(structured).toMatchObject({
      asAt: '2021-10-14',
      figures: [
        { standing: 'RECORDED', value: 0.7, words: expect.stringContaining('(81 of 116 '), partial: true },
      ],
    });
  });

  it('says how far the records go where something was not recorded', async () => {
    const figure = { ...RATE, ...valued(null), partial: false, openFaults: null };
    const told = await getFigures(MAKE).answer(
      { measures: ['IN_TIME_RATE'] },
      answering({ AssistantFigures: { figures: [figure] } }),
    );
    expect(told.text).toContain(
      'Not recorded is not 0: nobody wrote it down. The records go to 30 September 2021 (Schools) and to 14 October 2021 (Corporate).',
    );
  });

  it.each([
    [{}],
    [{ measures: [] }],
    [{ measures: ['RECEIVED'], asAt: 'now' }],
    [{ measures: Array.from({ length: 13 }, () => 'RECEIVED') }],
  ])('does not take %j', async (given) => {
    await expect(getFigures(MAKE).answer(given, answering({}))).rejects.toThrow('`');
  });
});

describe('compare_figures', () => {
  const ask = (given: object, answers: object = {}) =>
    compareFigures(MAKE).answer({ measure: 'IN_TIME_RATE', ...given }, answering({ ...answers }));

  it('wants something to compare with', async () => {
    await expect(ask({})).rejects.toThrow('Say with what to compare');
  });

  it('tells another period, and whether the difference is more than chance', async () => {
    const before = {
      with: 'PREVIOUS_PERIOD',
      from: '2021-04-01',
      to: '2021-06-30',
      ...valued(0.71, 71, 100),
      better: false,
    };
    const year = {
      ...before,
      ...{ with: 'SAME_PERIOD_LAST_YEAR', from: '2020-07-01', to: '2020-09-30' },
      ...valued(null),
    };
    const figure = { ...RATE, partial: false, comparisons: [before, year] };
    const { text, structured } = await ask(
      { compareWith: ['PREVIOUS_PERIOD'] },
      { AssistantFigures: { figures: [figure] } },
    );
    expect(text).toContain(
      'In the quarter before, April to June 2021 (Q1 2021-22): 71 % (71 of 100 stages answered). Now it is about the same: the difference is no more than chance would bring.',
    );
    expect(text).toContain(
      'A year before, July to September 2020 (Q2 2020-21): not recorded. The two cannot be compared.',
    );
    expect(structured.periods).toMatchObject([
      { judged: 'about the same' },
      { judged: null, standing: 'NOT_RECORDED' },
    ]);
  });

  it('tells parts beside the whole, the worst first', async () => {
    const rows = [
      { stream: 'CORPORATE', inTimeRate: 0.9, answeredInTime: 90, answered: 100, suppressed: [] },
      { stream: 'SCHOOLS', inTimeRate: 0.1, answeredInTime: 5, answered: 50, suppressed: [] },
      { stream: null, inTimeRate: null, answeredInTime: 0, answered: 0, suppressed: [] },
    ];
    const { text, structured } = await ask(
      { between: 'STREAM' },
      {
        AssistantFigures: { figures: [RATE] },
        AssistantMeasures: { measureDefinitions: [IN_TIME_RATE] },
        AssistantDivided: {
          measures: { asAt: '2021-10-14', partial: [], callsPartial: false, sources: SOURCES, rows },
        },
      },
    );
    expect(
      (structured.parts as { of: string; judged: string | null }[]).map(({ of, judged }) => [of, judged]),
    ).toEqual([
      ['Schools', 'worse'],
      ['Corporate', 'better'],
      ['No stream of the council', null],
    ]);
    expect(text).toContain('Schools: 10 % (5 of 50 stages answered); worse than the whole.');
    expect(text).not.toContain('No stream');
  });
});

describe('list_counted', () => {
  const node = {
    reference: '100-1',
    stage: 2,
    on: '2021-09-01',
    complaint: { id: 'c-1' },
    ombudsmanCase: null,
  };
  const told = {
    counted: {
      ...{ asAt: '2021-10-14', partial: [], totalCount: 116 },
      edges: [{ node }, { node: null }],
      pageInfo: { hasNextPage: true, endCursor: 'next' },
    },
    figures: [{ ...valued(0.7, 81, 116), definition: IN_TIME_RATE }],
  };

  it('tells what identifies each, what the list is of, and how to go on', async () => {
    const asking = answering({ AssistantCounted: told });
    const asked = { measure: 'IN_TIME_RATE', where: WHERE, after: 'before' };
    const { text, structured } = await listCounted(MAKE).answer(asked, asking);
    expect(asking.asked).toEqual([['AssistantCounted', { ...asked, first: 25 }]]);
    expect(structured).toMatchObject({
      counted: [{ reference: '100-1', stage: 2, on: '2021-09-01', complaint: 'c-1', ombudsmanCase: null }],
      ...{ totalCount: 116, next: 'next', link: expect.stringContaining('/complaints?') },
    });
    expect(text).toContain(
      'The list is what the figure is out of: stages answered (those that have an answer).',
    );
    expect(text).toContain('100-1, stage 2, 1 Sep 2021 (c-1).');
    expect(text).toContain('ask again with after "next"');
  });
});

describe('check_data_quality', () => {
  const reach = {
    asAt: '2021-10-14',
    partial: ['SCHOOLS'],
    closedWithoutDay: 2,
    smallNumbers: null,
    sources: SOURCES,
  };
  const line = { stream: 'SCHOOLS', measure: 'ESCALATED', stage: 2, granularity: 'DAY' };
  const coverage = [
    { ...line, from: '2019-04-01', to: '2020-03-31' },
    { ...line, from: '2021-04-01', to: null },
  ];
  const answers = {
    AssistantDataQuality: { reach, coverage, figures: [{ openFaults: 3 }] },
    AssistantOwnFaults: { serviceFaults: { totalCount: 1 } },
  };

  it('tells what limits a figure, and asks for own faults only where there are any', async () => {
    const asking = answering(answers, ['figures']);
    const { text, structured } = await dataQuality(MAKE).answer({ where: WHERE }, asking);
    expect(asking.asked).toEqual([['AssistantDataQuality', { where: WHERE, streams: ['SCHOOLS'] }]]);
    expect(structured).toMatchObject({
      ...{
        openFaults: 3,
        openFaultsOfOwnServices: null,
        partialStreams: ['SCHOOLS'],
        link: 'https://site.example/dashboard',
      },
    });
    expect(text).toContain(
      'Schools, ESCALATED at stage 2: from 1 April 2019 to 31 March 2020 and from 1 April 2021 on.',
    );
    const manager = await dataQuality(MAKE).answer({}, answering(answers, ['figures', 'service-faults']));
    expect(manager.text).toContain('Those of the services that you manage: 1.');
    expect(manager.structured.link).toBe('https://site.example/data-quality');
  });

  it('says what is not told, and what is not to be had', async () => {
    const without = {
      AssistantDataQuality: { reach: { ...reach, partial: [] }, coverage: null, figures: null },
    };
    const { text } = await dataQuality(MAKE).answer({}, answering(without));
    expect(text).toContain(
      'The records go to 30 September 2021 (Schools) and to 14 October 2021 (Corporate).',
    );
    expect(text).toContain('How many faults of the records wait to be put right is not told to you.');
    expect(text).toContain('is not to be had just now');
  });
});
