import { byCategory, overPeriods } from './chart-data';
import { noteOf } from './note';
import { chartRecords, chartTable } from './table';

const inTime = overPeriods({
  id: 'in-time',
  title: 'Answered in time',
  subtitle: 'Share of answers',
  unit: 'RATE',
  periods: [{ label: 'Q1 2021-22' }, { label: 'Q2 2021-22' }, { label: 'Q3 2021-22' }],
  isPartial: true,
  series: [
    {
      name: 'Corporate',
      values: [81 / 116, null, 1],
      parts: [{ numerator: 81, denominator: 116 }, null, { numerator: 2, denominator: 2 }],
    },
    { name: 'Schools', values: [0, 0.5, null] },
  ],
});

const open = byCategory({
  id: 'open',
  title: 'Open',
  subtitle: 'Number',
  unit: 'COUNT',
  categories: [{ label: 'Greenspace' }, { label: 'Highways' }],
  categoryHead: 'Service',
  series: [
    { name: 'Stage 1', values: [1_200, 3] },
    { name: 'Stage 2', values: [34, null] },
  ],
});

describe('the table of a chart', () => {
  it('has a row for each period, with the words of each number and what they are made from', () => {
    const table = chartTable(inTime);
    expect(table.columns).toEqual([
      { name: 'Period', isNumber: false },
      { name: 'Corporate', isNumber: true },
      { name: 'Schools', isNumber: true },
    ]);
    expect(table.rows.map(({ label, cells }) => [label, ...cells.map(({ words }) => words)])).toEqual([
      ['Q1 2021-22', '70\u00a0% (81 of 116)', '0\u00a0%'],
      ['Q2 2021-22', 'not recorded', '50\u00a0%'],
      ['Q3 2021-22, so far', '100\u00a0% (2 of 2)', 'not recorded'],
    ]);
  });

  it('has sums where the picture has, and none of what is not recorded', () => {
    const { columns, rows } = chartTable(open, { withTotal: true });
    expect(columns.map(({ name }) => name)).toEqual(['Service', 'Stage 1', 'Stage 2', 'Total']);
    expect(rows.map(({ cells }) => cells.map(({ words }) => words))).toEqual([
      ['1,200', '34', '1,234'],
      ['3', 'not recorded', 'not recorded'],
    ]);
  });

  it('has units in the heads of its columns', () => {
    const days = chartTable({ ...open, unit: 'WORKING_DAYS' });
    expect(days.columns[1]?.name).toBe('Stage 1 (working days)');
    expect(days.rows[0]?.cells[0]?.words).toBe('1,200');
  });

  it('is downloaded with numbers as they are, and the parts of rates beside them', () => {
    expect(chartRecords(chartTable(inTime))).toEqual([
      ['Period', 'Corporate', 'Corporate: numerator', 'Corporate: denominator', 'Schools'],
      ['Q1 2021-22', 81 / 116, 81, 116, 0],
      ['Q2 2021-22', null, null, null, 0.5],
      ['Q3 2021-22, so far', 1, 2, 2, null],
    ]);
    expect(chartRecords(chartTable(open))).toEqual([
      ['Service', 'Stage 1', 'Stage 2'],
      ['Greenspace', 1_200, 34],
      ['Highways', 3, null],
    ]);
  });
});

describe('the note of a chart', () => {
  it('says what is not over and what is not recorded', () => {
    expect(noteOf(inTime)).toBe(
      'The records do not reach the end of Q3 2021-22: it is shown as it is so far. ' +
        'Corporate not recorded: Q2 2021-22. Schools not recorded: Q3 2021-22.',
    );
  });

  it('is none where all is recorded, and where the picture itself says that nothing is', () => {
    expect(noteOf({ ...open, series: open.series.slice(0, 1) })).toBeNull();
    expect(noteOf({ ...open, series: [{ name: 'A', values: [] }] })).toBeNull();
  });

  it('names a series of which nothing is, and counts many gaps', () => {
    const labels = Array.from({ length: 6 }, (_, index) => ({ label: `M${index}` }));
    const series = [
      { name: 'A', values: [1, 1, null, null, null, null] },
      { name: 'B', values: [] },
    ];
    expect(noteOf({ ...open, labels, series })).toBe('A not recorded: 4 of 6. B not recorded.');
  });
});
