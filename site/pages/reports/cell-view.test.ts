import type { ReportCellShownFragment } from '../../operations/__generated__/operations';
import { cellView } from './cell-view';

const CELL: ReportCellShownFragment = {
  ...{ id: 'c', state: 'TOLD', text: '12', value: 12, numerator: null, denominator: null },
  ...{ rag: null, direction: null, missing: null },
  question: {
    ...{ measure: 'RECEIVED', asAt: '2021-10-01', streams: ['ADULTS'], stages: null, financialYears: null },
    ...{
      quarters: ['Q1'],
      from: '2021-04-01',
      to: '2021-09-30',
      services: ['Parks & Play'],
      directorates: null,
    },
    ...{ themes: null, channels: null, outcomes: null, routes: null },
  },
};

describe('a cell of a report', () => {
  it('leads to what it counts, as at its day, by the parts that narrow it', () => {
    expect(cellView(CELL)).toMatchObject({
      measure: 'RECEIVED',
      href: '/complaints?quarters=Q1&from=2021-04-01&to=2021-09-30&streams=ADULTS&services=Parks+%26+Play&measure=RECEIVED&asAt=2021-10-01',
    });
  });

  it.each(['SUPPRESSED', 'NOT_RECORDED', 'NOT_YET', 'BLANK'] as const)(
    'leads nowhere where it is %s',
    (state) => {
      expect(cellView({ ...CELL, state, value: null }).href).toBeNull();
    },
  );

  it('tells how it stands and which way it went in words', () => {
    expect(cellView({ ...CELL, rag: 'AMBER', question: null }).rag).toEqual({ word: 'Amber', tone: 'amber' });
    expect(cellView({ ...CELL, direction: 'BETTER', text: '', question: null }).direction).toBe('Better');
    expect(cellView({ ...CELL, direction: 'BETTER', text: 'fewer', question: null }).direction).toBeNull();
  });
});
