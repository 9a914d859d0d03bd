import { csvOfTable } from '../../downloads/table-kinds';
import { measureFile } from './measure-file';
import { measureTable } from './measure-table';

const inTime = { measure: 'IN_TIME_RATE', unit: 'RATE', title: 'In time' } as const;
const table = (rows: Parameters<typeof measureTable>[0]['rows']) =>
  measureTable({ id: 'by-stage', title: 'By stage', head: 'Stage', columns: [inTime], rows });

const STAGE_1 = {
  label: 'Stage 1',
  narrow: { stages: [1] },
  row: { inTimeRate: 0.75, answeredInTime: 3, answered: 4 },
};

describe('a table of measures', () => {
  it('has beside a rate what it was divided from, each number with its list', () => {
    const { heads, rows } = table([STAGE_1]);
    expect(heads).toEqual(['Stage', 'In time', 'Number', 'Of']);
    expect(rows[0]?.cells).toEqual([
      {
        ...{ measure: 'IN_TIME_RATE', exact: '0.75', words: '75\u00a0%' },
        href: '/complaints?stages=1&measure=IN_TIME_RATE',
      },
      {
        ...{ measure: 'ANSWERED_IN_TIME', exact: '3', words: '3' },
        href: '/complaints?stages=1&measure=ANSWERED_IN_TIME',
      },
      { measure: 'ANSWERED', exact: '4', words: '4', href: '/complaints?stages=1&measure=ANSWERED' },
    ]);
  });

  it('says “not recorded”, with no list and no number, where nothing was written down', () => {
    const [row] = table([{ ...STAGE_1, row: {} }]).rows;
    expect(row?.cells.map(({ words, exact, href }) => [words, exact, href])).toEqual(
      [1, 2, 3].map(() => ['not recorded', '', null]),
    );
  });

  it('has no list where none can be narrowed so', () => {
    const [row] = table([{ ...STAGE_1, narrow: null }]).rows;
    expect(row?.cells.map(({ href }) => href)).toEqual([null, null, null]);
  });

  it('has no list of telephone calls', () => {
    const { rows } = measureTable({
      ...{ id: 'x', title: 'x', head: 'Quarter' },
      columns: [{ measure: 'CALLS', unit: 'COUNT', title: 'Telephone calls' }],
      rows: [{ label: 'Q1', narrow: {}, row: { calls: 7 } }],
    });
    expect(rows[0]?.cells).toEqual([{ measure: 'CALLS', exact: '7', words: '7', href: null }]);
  });

  it('names the unit of working days in its head, and of how many', () => {
    const { heads } = measureTable({
      ...{ id: 'x', title: 'x', head: 'Stage', rows: [] },
      columns: [{ measure: 'DAYS_TO_ANSWER_MEAN', unit: 'WORKING_DAYS', title: 'Mean days' }],
    });
    expect(heads).toEqual(['Stage', 'Mean days (working days)', 'Of']);
  });
});

describe('the file of a table', () => {
  it('has the columns of the page and its exact numbers; what was not recorded is empty', () => {
    const text = csvOfTable(measureFile(table([STAGE_1, { ...STAGE_1, label: 'Stage 2', row: {} }])));
    expect(text).toBe('\uFEFFStage,In time,Number,Of\r\nStage 1,0.75,3,4\r\nStage 2,,,\r\n');
  });

  it('makes no formula of a name', () => {
    const text = csvOfTable(measureFile(table([{ ...STAGE_1, label: '=HYPERLINK("x"), y', row: {} }])));
    expect(text).toContain(`"'=HYPERLINK(""x""), y",,,`);
  });
});
