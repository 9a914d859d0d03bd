import type { ReportContent } from '../content';
import { lookedOf, movesSince, readLooked } from './moves';
import { cell } from './testing';

const content = (cells: readonly ReturnType<typeof cell>[]): ReportContent => ({
  ...{
    title: 'Progress',
    definition: 'progress',
    definitionVersion: 1,
    financialYear: '2021-22',
    upTo: 'Q2',
  },
  ...{ from: '2021-04-01', to: '2021-09-30', asAt: '2021-10-01', partial: [] },
  sections: [
    {
      ...{ key: 'demand', heading: 'Demand', level: 2, rule: null, prompt: null, paragraphs: [], blanks: [] },
      tables: [
        {
          ...{ key: 't', title: 'Complaints', rowHead: 'Measure', notes: [] },
          columns: cells.map((_, place) => ({
            key: `${place}`,
            label: `20${20 + place}-21`,
            kind: 'FIGURE',
          })),
          rows: [{ key: 'r', label: 'Received', cells }],
        },
      ],
    },
  ],
});

describe('the figures that moved since somebody looked', () => {
  it('are told with where they stand, as they were and as they are', () => {
    const looked = lookedOf(content([cell('a', 55), cell('b', 2)]));
    expect(movesSince(looked, content([cell('a', 80), cell('b', 2)]))).toEqual([
      { cell: 'a', label: 'Complaints: Received, 2020-21', before: '55', now: '80', isMoreThanNoise: true },
    ]);
  });

  it('are those too that are new, or went', () => {
    const looked = lookedOf(content([cell('a', 55)]));
    expect(
      movesSince(looked, content([cell('b', 55)])).map(({ cell: id, before, now }) => [id, before, now]),
    ).toEqual([
      ['b', 'not in the report', '55'],
      ['a', '55', 'not in the report'],
    ]);
  });

  it('are no words that follow from them', () => {
    const words = (text: string) => content([cell('a', null, { text, question: null })]);
    expect(movesSince(lookedOf(words('more')), words('less'))).toEqual([]);
  });

  it('are told from what was kept here alone', () => {
    const looked = lookedOf(content([cell('a', 55)]));
    expect(readLooked(JSON.parse(JSON.stringify(looked)))).toEqual(looked);
    expect(() => readLooked({ cell: { value: 'three' } })).toThrow();
  });
});
