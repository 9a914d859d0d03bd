import { type Cell, tallied } from './roll-up';

const cell = (parts: Partial<Cell>): Cell => ({
  ...{ source: 'crm', owner: 'corporate', codes: ['A'], month: '2022-01-01', day: '2022-01-31', word: null },
  ...{ isOpen: true, count: 1 },
  ...parts,
});
const CELLS = [
  cell({ count: 3 }),
  cell({ isOpen: false, count: 2, day: '2021-12-01', month: '2021-12-01' }),
  cell({ owner: null, codes: ['A', 'B'], day: '2021-12-24', month: '2021-12-01' }),
];
const sums = (...by: Parameters<typeof tallied>[1]) =>
  tallied(CELLS, by).map(({ open, settled, ...part }) => [
    Object.values(part).filter((value) => value !== null && value !== part.oldestOpen),
    open,
    settled,
  ]);

describe('sums of what is wrong', () => {
  it('are one number where they are divided by nothing, and that is there where nothing is wrong', () => {
    expect(tallied(CELLS, [])).toMatchObject([{ open: 4, settled: 2, oldestOpen: '2021-12-24' }]);
    expect(tallied([], [])).toMatchObject([{ open: 0, settled: 0, oldestOpen: null }]);
    expect(tallied([], ['CODE'])).toEqual([]);
  });

  it('count a row under each of its codes, and once elsewhere', () => {
    expect(sums('CODE')).toEqual([
      [['A'], 4, 2],
      [['B'], 1, 0],
    ]);
    expect(sums('STREAM')).toEqual([
      [['corporate'], 3, 2],
      [[], 1, 0],
    ]);
  });

  it('are divided by several at once', () => {
    expect(sums('SOURCE', 'MONTH')).toEqual([
      [['crm', '2022-01-01'], 3, 0],
      [['crm', '2021-12-01'], 1, 2],
    ]);
    expect(sums('DAY')).toHaveLength(3);
  });

  it('are of the most frequent words alone, where there are many', () => {
    const words = Array.from({ length: 1_200 }, (_, place) => cell({ word: `w${place}`, count: place + 1 }));
    const found = tallied(words, ['WORD']);
    expect([found.length, found[0]?.word, found.at(-1)?.open]).toEqual([1_000, 'w1199', 201]);
  });
});
