import { parseFinancialYear } from '../../../../domain/calendar/financial-year';
import type { RowDefinition } from '../definitions/definition';
import { plannedTables, templatesOf } from './plan-tables';
import { SO_FAR } from './testing/made-definition';

const report = {
  ...{ id: 'waterways', title: 'Waterways', samePeriodOfYearsBefore: false },
  rows: [
    { label: 'Received', measure: 'received' as const, stage: 1 },
    { label: 'To the Ombudsman', measure: 'referredToOmbudsman' as const, stage: null },
  ],
};
const planning = {
  reported: { year: parseFinancialYear('2021-22')!, upTo: 'Q2' as const },
  recording: { streams: [{ stream: 'WATERWAYS', stages: [], report }], lines: [], ombudsmen: null },
  isPartner: false,
};

describe('the tables of a section', () => {
  it('are those by which streams describe themselves, a new stream’s too', () => {
    const [table, ...others] = plannedTables({ tables: [{ tables: 'DESCRIBED' }] }, planning);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ key: 'waterways', title: 'Waterways', isDescribed: true });
    expect(table?.rows).toEqual([
      {
        ...{ key: 'received-1', label: 'Received', measure: 'RECEIVED' },
        where: { streams: ['WATERWAYS'], stages: [1] },
      },
      {
        ...{ key: 'referred-to-ombudsman', label: 'To the Ombudsman', measure: 'REFERRED_TO_OMBUDSMAN' },
        where: { streams: ['WATERWAYS'] },
      },
    ]);
  });

  it('are of what is new in the quarters that say so', () => {
    const table = { key: 'a', title: 'A', rowHead: 'Row', rows: [], columns: [SO_FAR] };
    const isOnlyNew = (onlyNewIn: readonly ('Q2' | 'Q3')[]) =>
      plannedTables({ tables: [{ ...table, onlyNewIn }] }, planning).map((planned) => planned.isOnlyNew);
    expect([isOnlyNew(['Q3']), isOnlyNew(['Q2'])]).toEqual([[false], [true]]);
  });

  it('ask in each column of figures what its row asks', () => {
    const row: RowDefinition = { key: 'received', label: 'Received', measure: 'RECEIVED' };
    const [table] = plannedTables(
      {
        tables: [
          {
            key: 'a',
            title: 'A',
            rowHead: 'Row',
            rows: [row],
            columns: [SO_FAR, { kind: 'POLARITY', key: 'good', label: 'Good is' }],
          },
        ],
      },
      planning,
    );
    const asked = [...templatesOf(row, table?.columns ?? [])].map(([{ key }, { measure }]) => [key, measure]);
    expect(asked).toEqual([['so-far', 'RECEIVED']]);
  });
});
