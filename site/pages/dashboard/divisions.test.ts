import { draw } from '../figures/draw';
import { daysToAnswer } from './days-to-answer';
import { byChannel, byTheme, outcomesByService, stageTwoByService } from './divisions';
import { openNow } from './open-now';

const divided = {
  year: '2021-22',
  yearBefore: '2020-21',
  quarters: ['Q1', 'Q2'] as const,
  filter: {},
};

describe('working days to an answer', () => {
  const rows = [
    { stream: 'ADULTS', stage: 1, answered: 4, daysToAnswerMedian: 40, daysToAnswerP90: 90.5 },
    { stream: 'CORPORATE', stage: 2, answered: 2, daysToAnswerMedian: 19, daysToAnswerP90: 30 },
    { stream: 'CORPORATE', stage: 1, answered: 9, daysToAnswerMedian: 8, daysToAnswerP90: 20 },
    { stream: 'SCHOOLS', stage: 1, answered: 0, daysToAnswerMedian: null, daysToAnswerP90: null },
  ] as const;

  it('stand by stream and stage, without those that answered nothing', () => {
    const { categories, series } = daysToAnswer(rows, divided);
    expect(categories.map(({ label }) => label)).toEqual([
      'Corporate, stage 1',
      'Corporate, stage 2',
      'Adult social care, stage 1',
    ]);
    expect(series[0]?.values).toEqual([8, 19, 40]);
  });

  it('say which takes longest, and of how many', () => {
    expect(daysToAnswer(rows, divided).headline).toBe(
      'Adult social care, stage 1 takes longest: half of its 4 answers came within 40 working days, nine of ten within 90.5',
    );
    expect(daysToAnswer([], divided).headline).toBe('Working days to an answer: nothing recorded');
  });
});

describe('findings by service', () => {
  it('begin with the service that had most, and leave out those without any', () => {
    const rows = [
      { service: 'Parks', upheld: 1, partiallyUpheld: 0, notUpheld: 0, upholdRate: 1 },
      { service: 'Roads', upheld: 1, partiallyUpheld: 2, notUpheld: 3, upholdRate: 0.5 },
      { service: 'Libraries', upheld: 0, partiallyUpheld: 0, notUpheld: 0, upholdRate: null },
    ];
    expect(outcomesByService(rows, divided).categories.map(({ label }) => label)).toEqual(['Roads', 'Parks']);
  });
});

describe('divisions of a year', () => {
  it.each([
    outcomesByService([], divided),
    daysToAnswer([], divided),
    byTheme([], divided),
    byChannel([], divided),
    stageTwoByService([], [], divided),
  ])('name it: $title', ({ subtitle }) => expect(subtitle).toContain(divided.year));
});

describe('divisions into more than are drawn', () => {
  const names = Array.from({ length: 57 }, (_, index) => `Service ${index + 1}`);
  const findings = { upheld: 1, partiallyUpheld: 0, notUpheld: 2, upholdRate: 1 / 3 };
  const [busy, ...others] = names;
  const drawnIn = (svg: string) => svg.split('chart--narrow')[0]?.match(/Service \d+</g)?.length;

  it.each([
    {
      of: outcomesByService(
        names.map((service) => ({ service, ...findings })),
        divided,
      ),
      headline:
        'Findings: Upheld 33\u00a0% (57 of 171), partially upheld 0\u00a0% (0), not upheld 67\u00a0% (114)',
      note: 'Drawn are the 12 services with most, of 57; the table has all.',
    },
    {
      of: byTheme(
        names.map((theme) => ({ theme, received: theme === busy ? 44 : 1, upholdRate: null })),
        divided,
      ),
      headline: 'Stages received: most in Service 1 (44 of 100)',
      note: 'Drawn are the 12 themes with most, of 57; the table has all.',
    },
    {
      of: stageTwoByService(
        names.map((service) => ({ service, received: 4 })),
        others.map((service) => ({ service, received: 1 })),
        divided,
      ),
      headline:
        'Stage 2 complaints rose from 56 to 228 on the same quarters of the year before, most in Service 1 (0 to 4)',
      note: 'Drawn are the 12 services that changed most, of 57; the table has all.',
    },
  ])('add up all of them: $headline', ({ of, headline, note }) => {
    const chart = draw(of);
    expect([chart.headline, chart.note]).toEqual([headline, note]);
    expect([drawnIn(chart.svg), chart.table.rows.length]).toEqual([12, 57]);
    const file = chart.standaloneSvg('Source');
    expect(drawnIn(file)).toBe(12);
    expect(file).toContain(note.slice(0, 40));
  });
});

describe('stage 2 by service', () => {
  const now = [
    { service: 'Parks', received: 9 },
    { service: 'Roads', received: 4 },
  ];
  const before = [{ service: 'Roads', received: 3 }];

  it('compares the same quarters, those that changed most first; a service without any had none', () => {
    const figures = stageTwoByService(now, before, divided);
    expect(figures.series.map(({ name, values }) => [name, values])).toEqual([
      ['2021-22', [9, 4]],
      ['2020-21', [0, 3]],
    ]);
    expect(figures.subtitle).toContain('Q1 to Q2 of 2021-22');
    expect(figures.series[1]?.hrefs[1]).toContain('financialYears=2020-21&quarters=Q1&quarters=Q2');
  });

  it('is not recorded for a year of which nothing is', () => {
    expect(stageTwoByService(now, [], divided).series[1]?.values).toEqual([null, null]);
  });
});

describe('received by theme and channel', () => {
  it('begins with those that have most, and says nothing of a cut where there is none', () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      theme: `Theme ${index}`,
      received: index,
      upholdRate: null,
    }));
    expect(byTheme(rows, divided).categories[0]?.label).toBe('Theme 19');
    expect(draw(byChannel([{ channel: 'Email', received: 3 }], divided)).note).toBeNull();
  });
});

describe('what is open now', () => {
  const at = { endsOn: '2021-09-30', filter: {} };

  it('says how much of it is overdue, and where most is', () => {
    const rows = [
      { stream: 'CORPORATE', stage: 1, open: 5, overdue: 1 },
      { stream: 'ADULTS', stage: 1, open: 7, overdue: 6 },
      { stream: 'ADULTS', stage: null, open: 0, overdue: 0 },
    ] as const;
    const figures = openNow(rows, at);
    expect(figures.headline).toBe(
      '7 of 12 open stages were overdue on 30 September 2021, most in Adult social care, stage 1 (6)',
    );
    expect(figures.series[1]?.hrefs[0]).toBe(
      '/complaints?to=2021-09-30&streams=CORPORATE&stages=1&measure=OVERDUE',
    );
  });

  it('says where nothing was open', () => {
    expect(openNow([], at).headline).toBe('Nothing was open on 30 September 2021');
  });
});
