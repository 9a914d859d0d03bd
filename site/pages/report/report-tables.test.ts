import { csvOfTable } from '../../downloads/table-kinds';
import { hasUnrecorded, headLines, reportFile, reportTables } from './report-tables';

const COLUMNS = ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'];
const table = (title: string, values: (number | null)[], columns = COLUMNS) => ({
  key: title.toLowerCase(),
  ...{ title, columns, rows: [{ label: `${title}: received`, values }] },
});

describe('the tables of the report', () => {
  it('are one where they have the same periods, in the order given', () => {
    const tables = reportTables([
      table('Corporate', [1, 2], ['2019-20', '2020-21']),
      table('Adults', [1, 2, 3, 4, 7]),
      table('Schools', [0, null, 3, 4, 7]),
      table('Late', [5], ['2019-20']),
      table('Later', [5, 6], ['2019-20', '2020-21']),
    ]);
    expect(tables.map(({ id, title }) => [id, title])).toEqual([
      ['corporate', 'Corporate'],
      ['adults-schools', 'Adults and Schools'],
      ['late', 'Late'],
      ['later', 'Later'],
    ]);
    expect(tables[1]?.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Adults: received', '1', '2', '3', '4', '7'],
      ['Schools: received', '0', null, '3', '4', '7'],
    ]);
    expect([hasUnrecorded(tables), hasUnrecorded(tables.slice(2))]).toEqual([true, false]);
  });

  it('say in words up to which day a period counts', () => {
    const [{ heads } = { heads: [] }] = reportTables([
      table('Corporate', [], ['2021-22 Q3 to 2021-10-11', '2021-22 Q1-Q3 to 2021-10-11']),
    ]);
    expect(heads).toEqual([
      'What is counted',
      '2021-22 Q3 to 11 Oct 2021',
      '2021-22 Q1 to Q3 to 11 Oct 2021',
    ]);
    expect(heads.map(headLines)).toEqual([
      ['What is counted'],
      ['2021-22', 'Q3', 'to 11 Oct 2021'],
      ['2021-22', 'Q1 to Q3', 'to 11 Oct 2021'],
    ]);
  });

  it('are taken away with the page’s columns; not recorded is an empty cell, and 0 is not', () => {
    const [given] = reportTables([table('Schools', [0, null, 1_234, 4, 7])]);
    expect(given && csvOfTable(reportFile(given))).toBe(
      '\uFEFFWhat is counted,2019-20,2020-21,2021-22 Q1,2021-22 Q2,2021-22 Q1 to Q2\r\nSchools: received,0,,1234,4,7\r\n',
    );
    expect(given?.rows[0]?.cells[2]).toBe('1,234');
  });

  it('are none where no part described one', () => {
    expect(reportTables([])).toEqual([]);
  });
});
