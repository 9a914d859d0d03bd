import { hasSwallowed, isStray, mendedCells } from './stray-quotes';

const shape = { separator: ',', width: 5 };
const linesOf = (...texts: readonly string[]) =>
  texts.map((text, place) => ({ number: place + 1, text, gap: '\n', isCut: false, isOpen: false }));

describe('the cells of a line whose quotes do not fit', () => {
  it.each([
    ['1,2,"a, b"c,4,5', ['1', '2', '"a, b"c', '4', '5']],
    ['1,2,"a "b, c" d",4,"5"', ['1', '2', 'a "b, c" d', '4', '5']],
    ['1,"2,3,4,5', ['1', '"2', '3', '4', '5']],
    ['1,"2","3"x,4, "5" ', ['1', '2', '"3"x', '4', '5']],
  ])('are as many as the header has: %s', (text, cells) => {
    expect(mendedCells(text, shape)).toEqual(cells);
  });

  it('are what the separator alone makes of it where no way gives as many', () => {
    expect(mendedCells('1,"2,3"x,4', { separator: ',', width: 9 })).toEqual(['1', '"2', '3"x', '4']);
    expect(mendedCells('1;"2;3', { separator: ';', width: null })).toEqual(['1', '"2', '3']);
  });
});

describe('a quoted cell over several lines', () => {
  it('has swallowed rows where a line within it is one, or all its lines are', () => {
    expect(hasSwallowed(linesOf('1,"a, b,3,4,5', '2,2,3,4,5', '3,2",3,4,5'), shape)).toBe(true);
    expect(hasSwallowed(linesOf('1,"2,3,4,5', '2,2",3,4,5'), shape)).toBe(true);
  });

  it('has not where its last line alone looks like one, or in a table so narrow that any text would', () => {
    expect(hasSwallowed(linesOf('"a', 'b",2,3,4,5'), shape)).toBe(false);
    expect(hasSwallowed(linesOf('1,2,3,4,"Dear all, good day', 'Yours, A"'), shape)).toBe(false);
    expect(hasSwallowed(linesOf('1,"a, b', '2,3', 'c"'), { separator: ',', width: 2 })).toBe(false);
  });

  it('that is never closed begins with a stray quote where rows follow, else the file is cut off', () => {
    expect(isStray(linesOf('1,"2,3,4,5', '2,2,3,4,5', 'Total,2'), shape)).toBe(false);
    expect(isStray(linesOf('1,"2,3,4,5', '2,2,3,4,5', '3,2,3,4,5', 'Total,2'), shape)).toBe(true);
    expect(isStray(linesOf('1,"2,3,4,5'), shape)).toBe(false);
    expect(isStray(linesOf('1,"Dear all', '2,2,3,4,5', '3,2,3,4,5'), shape)).toBe(false);
  });
});
