import { cellText } from './cell-text';

const plain = { isDay: false, from1904: false };

describe('a cell as text', () => {
  it.each([
    [{ t: 's', v: ' a\u00a0' }, 'a'],
    [{ t: 's', v: 'x\0y' }, 'x␀y'],
    [{ t: 'n', v: 201900268 }, '201900268'],
    [{ t: 'b', v: false }, 'FALSE'],
    [{ t: 'e', v: 7 }, '#DIV/0!'],
    [{ t: 'e', v: 99 }, '#N/A'],
    [{ t: 'z' }, ''],
    [undefined, ''],
  ] as const)('is what people see: case %#', (cell, text) => {
    expect(cellText(cell, plain)).toBe(text);
  });

  it('counts days from 1900, whichever day the workbook counts from, and nothing else', () => {
    expect(cellText({ t: 'n', v: 1 }, { isDay: true, from1904: true })).toBe('1463');
    expect(cellText({ t: 'n', v: 1 }, { isDay: false, from1904: true })).toBe('1');
    expect(cellText({ t: 'n', v: 1 }, { isDay: true, from1904: false })).toBe('1');
  });
});
