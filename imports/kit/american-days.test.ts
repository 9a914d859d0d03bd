import { AmericanDays } from './american-days';

/** What is noted of a column with these cells, from line 2 on. */
function notesOf(cells: readonly string[], column = 'Received'): readonly string[] {
  const days = new AmericanDays();
  for (const [place, cell] of cells.entries())
    days.see({ line: place + 2, cells: { Other: '25/12/2021', [column]: cell } });
  return days.notes();
}

describe('a column of days', () => {
  it('looks American where a cell is a day only with the month first, and is told with its line', () => {
    expect(notesOf(['04/05/2021', '04/13/2021 09:00', '12/31/21', '05/04/2021 9:00:00 AM'])).toEqual([
      'The column "Received" looks American: 2 cells are a day only with the month first, the first in line 3. Days are ' +
        'read day first. 2 other cells could be meant either way. Check the settings of the system or the spreadsheet ' +
        'before these days are trusted.',
    ]);
    expect(notesOf(['4-13-2021', '4.5.2021'])).toEqual([expect.stringContaining('one cell is a day only')]);
  });

  it('does not where as many cells are days only with the day first', () => {
    expect(notesOf(['04/13/2021', '13/04/2021'])).toEqual([]);
    expect(notesOf(['04/05/2021', '13/04/2021', '31/12/2021'])).toEqual([]);
    expect(notesOf(['04/13/2021', '04/14/2021', '13/04/2021'])).toHaveLength(1);
  });

  it.each([
    '2021-04-13',
    '44320',
    '13/13/2021',
    '04/32/2021',
    'on 04/13/2021',
    '04/13-2021',
    '4/13',
    '1.13.20211',
  ])('does not for what is no such day: %s', (cell) => {
    expect(notesOf([cell])).toEqual([]);
  });

  it('is one column in a list of stages', () => {
    const days = new AmericanDays();
    const cells = { 'stages[0].startedAt': '04/13/2021', 'stages[1].startedAt': '05/14/2021' };
    days.see({ line: 7, sheet: '2021', cells });
    expect(days.notes()).toEqual([
      expect.stringContaining(
        '"stages[].startedAt" looks American: 2 cells are a day only with the month first',
      ),
    ]);
    expect(days.notes()[0]).toContain('in line 7 of the sheet "2021"');
  });
});
