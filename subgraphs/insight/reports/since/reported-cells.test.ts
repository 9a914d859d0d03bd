import type { ReportCell } from '../content';
import { filterOf, reportedCells } from './reported-cells';

const question = {
  ...{ measure: 'RECEIVED', measureVersion: 1, asAt: '2021-10-01', streams: ['CORPORATE'], stages: null },
  ...{ financialYears: ['2021-22'], quarters: ['Q1', 'Q2'], from: null, to: null, services: null },
  ...{ directorates: null, themes: null, channels: null, outcomes: null, routes: null },
};
const cell = (id: string, more: Partial<ReportCell> = {}): ReportCell => ({
  ...{ id, state: 'TOLD', text: '1', value: 1, numerator: null, denominator: null, rag: null },
  ...{ direction: null, missing: null, question, ...more },
});

describe('the figures of a frozen report', () => {
  it('are its cells that hold one, or say that there was none, and no words or suppressed ones', () => {
    const cells = [
      cell('t/r/figure'),
      cell('t/r/none', { state: 'NOT_RECORDED', value: null }),
      cell('t/r/words', { question: null }),
      cell('t/r/small', { state: 'SUPPRESSED', value: null }),
      cell('t/r/gone', { question: { ...question, measure: 'GONE' } }),
    ];
    const columns = cells.map(({ id }) => ({ key: id, label: id, kind: 'FIGURE' as const }));
    const tables = [
      { key: 't', title: 'T', rowHead: 'M', notes: [], columns, rows: [{ key: 'r', label: 'R', cells }] },
    ];
    const section = {
      key: 's',
      heading: 'S',
      level: 2,
      rule: null,
      paragraphs: [],
      prompt: null,
      blanks: [],
      tables,
    };
    expect(
      reportedCells({ sections: [section] }).map((one) => [one.cell.id, one.measure, one.column]),
    ).toEqual([
      ['t/r/figure', 'RECEIVED', 't/r/figure'],
      ['t/r/none', 'RECEIVED', 't/r/none'],
      ['t/r/gone', null, 't/r/gone'],
    ]);
  });

  it('ask what they asked', () => {
    expect(filterOf(question)).toMatchObject({ streams: ['CORPORATE'], quarters: ['Q1', 'Q2'], from: null });
    expect(filterOf(question)).not.toHaveProperty('measure');
  });
});
