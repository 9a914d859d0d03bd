import { nameInDisposition, shownName } from './file-name';

describe('the name of a file', () => {
  it('is the last part of a path, without what nobody sees', () => {
    expect(shownName('C:\\exports\\May 2024.csv')).toBe('May 2024.csv');
    expect(shownName('../../etc/passwd')).toBe('passwd');
    expect(shownName('a\u202Egpj\u0000.csv\n')).toBe('agpj.csv');
    expect(shownName('exports/')).toBeNull();
    expect(shownName('\u200B')).toBeNull();
  });

  it('is short, and keeps its end', () => {
    const name = shownName(`${'x'.repeat(300)} June.csv`) ?? '';
    expect([...name]).toHaveLength(100);
    expect(name).toMatch(/… *x* June\.csv$/);
    expect(shownName('é'.repeat(100))).toBe('é'.repeat(100));
  });

  it.each([
    ['attachment; filename="May \\"new\\".csv"', 'May "new".csv'],
    ['attachment; filename=May.csv', 'May.csv'],
    ['attachment; filename="x.csv"; filename*=UTF-8\'\'caf%C3%A9.csv', 'café.csv'],
    ["attachment; filename*=UTF-8''%E0%A4", null],
    ['inline', null],
  ])('is read from %s', (header, name) => {
    expect(nameInDisposition(header)).toBe(name);
  });
});
