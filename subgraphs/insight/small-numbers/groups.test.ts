import fc from 'fast-check';
import { divide, type Groups, join, type Leaf } from './groups';
import { isSafe } from './pool-small';

const BELOW = 5;
const leaf = (path: string, count: number): Leaf => ({ key: path, path: path.split('/'), classes: [count] });
const sorted = (groups: Groups | null) => groups?.map((group) => [...group].sort()).sort() ?? null;

describe('dividing', () => {
  it('tells what is small with what is next to it', () => {
    const leaves = [
      leaf('place/parks', 2),
      leaf('place/bins', 3),
      leaf('adults/homes', 9),
      leaf('adults/care', 6),
    ];
    expect(sorted(divide(leaves, BELOW))).toEqual(
      [['adults/care'], ['adults/homes'], ['place/bins', 'place/parks']].sort(),
    );
  });

  it('tells a small whole with another whole, and divides neither', () => {
    const leaves = [
      leaf('place/parks', 2),
      leaf('place/bins', 1),
      leaf('adults/homes', 9),
      leaf('adults/care', 6),
    ];
    expect(sorted(divide(leaves, BELOW))).toEqual([
      ['adults/care', 'adults/homes', 'place/bins', 'place/parks'],
    ]);
  });

  it('tells nothing of what is small in all', () => {
    expect(divide([leaf('place/parks', 3)], BELOW)).toBeNull();
    expect(divide([], BELOW)).toEqual([]);
  });

  it('leaves each key in one group, and each group large enough or nothing', () => {
    const paths = ['a/1', 'a/2', 'b/1', 'b/2', 'c/1'];
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (some) => {
        const countOf = new Map(paths.map((path, place) => [path, some[place] ?? 0]));
        const groups = divide(
          paths.map((path) => leaf(path, countOf.get(path) ?? 0)),
          BELOW,
        );
        if (groups === null) return;
        expect(groups.flat().sort()).toEqual(paths);
        const sums = groups.map((group) => group.reduce((sum, key) => sum + (countOf.get(key) ?? 0), 0));
        expect(sums.filter((sum) => !isSafe([sum], BELOW))).toEqual([]);
      }),
    );
  });
});

describe('joining', () => {
  it('makes one of groups that have a key in common, however far apart', () => {
    expect(sorted(join([['a', 'b'], ['c']], [['b', 'd'], ['e']], [['d', 'f']]))).toEqual([
      ['a', 'b', 'd', 'f'],
      ['c'],
      ['e'],
    ]);
  });
});
