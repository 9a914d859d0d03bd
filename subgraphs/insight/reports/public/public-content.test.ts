import { publicContent } from './public-content';
import { byId, cell, counted, figures, rated, report } from './testing/made-report';

const Q1 = { financialYears: ['2021-22'], quarters: ['Q1'] };
const Q2 = { financialYears: ['2021-22'], quarters: ['Q2'] };
const HALF = { from: '2021-04-01', to: '2021-09-30' };

/** The corporate appendix of the mid-year report, as the council's own figures have it. */
const appendix = figures('corporate', [
  [
    counted('received/q1', 34, { measure: 'RECEIVED', stages: [2], ...Q1 }),
    counted('received/q2', 38, { measure: 'RECEIVED', stages: [2], ...Q2 }),
    counted('received/half', 72, { measure: 'RECEIVED', stages: [2], ...HALF }),
  ],
  [
    counted('escalated/q1', 25, { measure: 'ESCALATED', stages: [2], ...Q1 }),
    counted('escalated/q2', 35, { measure: 'ESCALATED', stages: [2], ...Q2 }),
    counted('escalated/half', 60, { measure: 'ESCALATED', stages: [2], ...HALF }),
  ],
  [
    counted('direct/q1', 9, { measure: 'DIRECT', stages: [2], ...Q1 }),
    counted('direct/q2', 3, { measure: 'DIRECT', stages: [2], ...Q2 }),
    counted('direct/half', 12, { measure: 'DIRECT', stages: [2], ...HALF }),
  ],
]);

const textsOf = (content: Parameters<typeof byId>[0]) =>
  Object.fromEntries([...byId(content)].map(([id, { text }]) => [id, text]));

describe('a report as it may be published', () => {
  it('lets nobody subtract what the quarter before was published to be', () => {
    const ofQuarter = {
      ...appendix,
      rows: appendix.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
    };
    const published = publicContent(report([ofQuarter]));
    expect(Object.values(textsOf(published))).toEqual(['34', '25', '9']);
    const later = textsOf(publicContent(report([appendix]), { published: [published] }));
    expect(later).toMatchObject({ 'escalated/q1': '25', 'direct/q1': '9' });
    const untold = Object.entries(later).filter(([, text]) => text === 'not shown');
    expect(untold.map(([id]) => id)).toEqual(['escalated/q2', 'escalated/half', 'direct/q2', 'direct/half']);
  });

  it('withholds a small number, and what would tell it by quarters and by how the stage was reached', () => {
    expect(textsOf(publicContent(report([appendix])))).toEqual({
      'received/q1': '34',
      'received/q2': '38',
      'received/half': '72',
      'escalated/q1': 'not shown',
      'escalated/q2': 'not shown',
      'escalated/half': '60',
      'direct/q1': 'not shown',
      'direct/q2': 'not shown',
      'direct/half': '12',
    });
  });

  it('says nothing of what it withholds: no value, no question; and beside the table why', () => {
    const told = publicContent(report([appendix]));
    expect(byId(told).get('direct/q2')).toEqual(
      cell('direct/q2', { state: 'SUPPRESSED', text: 'not shown' }),
    );
    expect(told.sections[0]?.tables[0]?.notes).toEqual([
      'Not shown: numbers of complaints from 1 to 4, and others from which they could be worked out.',
    ]);
  });

  it('tells nothing less where no number is small', () => {
    const content = report([figures('one', [[counted('a', 0, Q1), counted('b', 5, Q2)]])], ['There were 5.']);
    expect(publicContent(content)).toEqual(content);
  });

  it('withholds the same number in another table, asked in other words', () => {
    const again = {
      measure: 'RECEIVED',
      routes: ['DIRECT'],
      stages: [2],
      from: '2021-07-01',
      to: '2021-09-30',
    };
    const told = publicContent(report([appendix, figures('again', [[counted('again', 3, again)]])]));
    expect(textsOf(told)).toMatchObject({ again: 'not shown' });
  });

  it.each([
    ['in time', [3, 40] as const],
    ['late', [38, 40] as const],
    ['answered', [2, 2] as const],
  ])('withholds a rate of which few are %s', (_, parts) => {
    const content = report([figures('one', [[rated('rate', parts, { measure: 'IN_TIME_RATE', ...Q1 })]])]);
    expect(textsOf(publicContent(content))).toEqual({ rate: 'not shown' });
  });

  it('withholds a median of few, and tells that of many', () => {
    const median = (id: string, denominator: number, asked: object) => ({
      ...counted(id, 12.5, { measure: 'DAYS_TO_ANSWER_MEDIAN', ...asked }),
      denominator,
    });
    const told = publicContent(report([figures('one', [[median('few', 4, Q1), median('many', 40, Q2)]])]));
    expect(textsOf(told)).toEqual({ few: 'not shown', many: '12.5' });
  });

  it('withholds a service beside a small one of its directorate, where it is told which is whose', () => {
    const place = (services: readonly string[]) => ({ measure: 'RECEIVED', services: [...services] });
    const content = report([
      figures('services', [
        [counted('Parks', 3, place(['Parks']))],
        [counted('Roads', 20, place(['Roads']))],
        [counted('Schools', 9, place(['Schools']))],
      ]),
      figures('directorates', [[counted('Place', 23, { measure: 'RECEIVED', directorates: ['Place'] })]]),
    ]);
    const directorateOf = (service: string) => (service === 'Schools' ? 'People' : 'Place');
    expect(textsOf(publicContent(content, { directorateOf }))).toMatchObject({
      Parks: 'not shown',
      Roads: 'not shown',
      Schools: '9',
      Place: '23',
    });
  });

  it('takes what is said of a figure with it: its target is met or not, its direction, words and sentences', () => {
    const table = {
      ...figures('one', [
        [
          counted('few', 3, { measure: 'OVERDUE', ...HALF }),
          cell('target', { text: '12' }),
          cell('rag', { text: 'Green: no more than 12', rag: 'GREEN' }),
          cell('direction', { text: 'better', direction: 'BETTER' }),
          cell('words', { text: 'Fell from 9 to 3' }),
        ],
      ]),
      columns: (['FIGURE', 'TARGET', 'RAG', 'DIRECTION', 'WORDS'] as const).map((kind) => ({
        key: kind,
        label: kind,
        kind,
      })),
      notes: ['Overdue at stage 2 on 30 September 2021: 3.', 'Counted from 1 April 2021 on.'],
    };
    const told = publicContent(
      report(
        [table],
        ['Overdue fell to 3.', 'Answers are due in 10 working days at stage 1, by SI 2009/309.'],
      ),
    );
    expect(textsOf(told)).toEqual({
      few: 'not shown',
      target: '12',
      rag: 'not shown',
      direction: 'not shown',
      words: 'not shown',
    });
    expect(told.sections[0]?.paragraphs).toEqual([
      'Answers are due in 10 working days at stage 1, by SI 2009/309.',
    ]);
    expect(told.sections[0]?.tables[0]?.notes).toEqual([
      'Counted from 1 April 2021 on.',
      expect.stringContaining('Not shown'),
    ]);
  });

  it('withholds all figures of a table that tells a small one without a question, and never a target', () => {
    const unasked = (id: string, value: number) => cell(id, { value, text: String(value) });
    const reasons = figures('reasons', [[unasked('a', 3)], [unasked('b', 7)], [counted('all', 10, Q1)]]);
    const others = {
      ...figures('others', [[counted('c', 10, Q2), cell('target', { value: 3, text: '3' })]]),
      columns: (['FIGURE', 'TARGET'] as const).map((kind) => ({ key: kind, label: kind, kind })),
    };
    expect(textsOf(publicContent(report([reasons, others])))).toEqual({
      ...{ a: 'not shown', b: 'not shown', all: 'not shown', c: '10', target: '3' },
    });
  });

  it('publishes what it published already as it is', () => {
    const once = publicContent(report([appendix]));
    const cells = (content: typeof once) => [...byId(content).values()];
    expect(cells(publicContent(once))).toEqual(cells(once));
  });
});
