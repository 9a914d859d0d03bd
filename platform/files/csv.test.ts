import { csvLine } from './csv';

describe('a line of a file with commas', () => {
  it('quotes what would divide it', () => {
    expect(csvLine(['a', 'b, c', 'say "no"', 'two\nlines', null, 7])).toBe(
      'a,"b, c","say ""no""","two\nlines",,7\r\n',
    );
  });

  it.each([
    '=1+1',
    '+44',
    '-2',
    '@name',
    '\t=1',
    ' =1',
    '\u00a0=1',
    '\ufeff=1',
    '\u200b=1',
    '＝1+1',
    '＠a',
    '\r',
  ])('makes %j harmless', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('leaves numbers and usual words as they are', () => {
    expect(csvLine([-2, 0.5, 'Refuse & Recycling', 'a=b', '2021-06-03'])).toBe(
      '-2,0.5,Refuse & Recycling,a=b,2021-06-03\r\n',
    );
  });
});
