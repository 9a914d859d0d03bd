import { groupBy } from '../../../platform/tables/group-by';
import { isSafe, poolSmall, together } from './pool-small';

const BELOW = 5;
const one = (count: number): readonly number[] => [count];

const groupsOf = (counts: readonly number[]) => poolSmall(counts, one, BELOW).map((group) => [...group]);

describe('what may be told', () => {
  it.each([
    [[0], true],
    [[1], false],
    [[4], false],
    [[5], true],
    [[20, 0], true],
    [[20, 3], false],
  ])('of %j, below 5: %s', (classes, safe) => {
    expect(isSafe(classes, BELOW)).toBe(safe);
  });
});

describe('pooling', () => {
  it('leaves what may be told alone, and nothing as nothing', () => {
    expect(groupsOf([9, 0, 5])).toEqual([[9], [0], [5]]);
  });

  it('tells small ones together', () => {
    expect(groupsOf([9, 3, 3])).toEqual([[9], [3, 3]]);
  });

  it('hides the smallest other one beside a single small one, which else would follow from the sum', () => {
    expect(groupsOf([30, 2, 9])).toEqual([[30], [2, 9]]);
  });

  it('hides one more where the small ones could only be one each', () => {
    expect(groupsOf([1, 1, 1, 1, 1, 8])).toEqual([[1, 1, 1, 1, 1, 8]]);
  });

  it('hides nothing beside something where there is nothing else', () => {
    expect(groupsOf([8, 3, 0])).toEqual([[0], [3, 8]]);
    expect(groupsOf([1, 1, 1, 1, 1, 0])).toEqual([[1, 1, 1, 1, 1, 0]]);
  });

  it('looks at each class', () => {
    const children = [
      [20, 3],
      [40, 8],
      [30, 9],
      [10, 0],
    ] as const;
    const groups = poolSmall(children, (classes) => classes, BELOW);
    expect(groups).toEqual([
      [[10, 0]],
      [[40, 8]],
      [
        [20, 3],
        [30, 9],
      ],
    ]);
  });

  it('refuses what may not be told together', () => {
    expect(() => groupsOf([1, 2])).toThrow('may not be told together');
  });
});

/** All that somebody sees of some children: which groups there are, and the sum of each. */
const seenOf = (counts: readonly number[]): string =>
  JSON.stringify(
    poolSmall([...counts.keys()], (place) => one(counts[place] ?? 0), BELOW)
      .map((group) => [[...group].sort(), group.reduce((sum, place) => sum + (counts[place] ?? 0), 0)])
      .sort(),
  );

function* vectors(length: number, most: number): Generator<readonly number[]> {
  if (length === 0) yield [];
  else
    for (let count = 0; count <= most; count += 1)
      for (const rest of vectors(length - 1, most)) yield [count, ...rest];
}

/** All counts of some children that may be told together, by what is seen of them. */
function worldsOf(length: number): ReadonlyMap<string, readonly (readonly number[])[]> {
  const worlds = [...vectors(length, 12)].filter((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total <= 12 && isSafe([total], BELOW);
  });
  return groupBy(worlds, seenOf);
}

/** The small count of a child that is the same in all of them; null where it could be another. */
function learnedOf(possible: readonly (readonly number[])[], child: number): number | null {
  const [value = 0, ...others] = new Set(possible.map((counts) => counts[child] ?? 0));
  return others.length === 0 && !isSafe([value], BELOW) ? value : null;
}

describe('somebody who knows how it is done, and tries every possible count', () => {
  it.each([2, 3, 4])('learns no small count of %d children', (length) => {
    for (const [seen, possible] of worldsOf(length))
      for (let child = 0; child < length; child += 1)
        expect({ seen, child, learned: learnedOf(possible, child) }).toEqual({ seen, child, learned: null });
  });
});

describe('adding up', () => {
  it('goes class by class', () => {
    expect(
      together([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([4, 6]);
  });
});
