import fc from 'fast-check';
import type { Relation, Sums } from './relations';
import { withhold } from './withhold';
import { couldBeAnother } from './witness';

const sums = (values: Readonly<Record<string, number>>, relations: readonly Relation[]): Sums => ({
  values: new Map(Object.entries(values)),
  rests: new Set(),
  relations,
});

const ofParts = (values: Readonly<Record<string, number>>): Sums => {
  const { whole: _, ...parts } = values;
  return sums(values, [{ whole: 'whole', parts: Object.keys(parts) }]);
};

describe('what is withheld', () => {
  it('is the small number and the smallest beside it', () => {
    expect(withhold(ofParts({ whole: 40, a: 3, b: 30, c: 7 }))).toEqual(new Set(['a', 'c']));
  });

  it('is nothing where none is small, and never what is 0', () => {
    expect(withhold(ofParts({ whole: 12, a: 5, b: 7 }))).toEqual(new Set());
    expect(withhold(ofParts({ whole: 7, a: 0, b: 3, c: 4 }))).toEqual(new Set(['b', 'c']));
  });

  it('is more where several small ones together are few', () => {
    expect(withhold(ofParts({ whole: 23, a: 1, b: 2, c: 20 }))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('is the whole where nothing else is left beside the small number', () => {
    expect(withhold(ofParts({ whole: 3, a: 3, b: 0 }))).toEqual(new Set(['whole', 'a']));
  });

  it('is the whole where its parts can be no others: five ones, or two fours', () => {
    expect(withhold(ofParts({ whole: 5, a: 1, b: 1, c: 1, d: 1, e: 1 }))).toContain('whole');
    expect(withhold(ofParts({ whole: 8, a: 4, b: 4 }))).toContain('whole');
  });

  it('leaves each small number of a table with totals more than one value that it could have', () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), (cells) => {
        const table = tableOf(cells);
        const hidden = withhold(table);
        const possible = possibleValues(table, hidden);
        for (const [key, value] of table.values)
          if (value > 0 && value < 5) expect([key, (possible.get(key)?.size ?? 0) > 1]).toEqual([key, true]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whether a number could as well be another', () => {
  it('is so where others that are not told make up for it, and not where one is alone', () => {
    const relation = { whole: 'whole', parts: ['a', 'b'] };
    const withheld = (hidden: readonly string[]) => ({
      relationsOf: new Map(['whole', 'a', 'b'].map((key) => [key, [relation]])),
      values: new Map([
        ['whole', 10],
        ['a', 3],
        ['b', 7],
      ] as const),
      isHidden: (key: string) => hidden.includes(key),
      boundsOf: () => ({ least: 1, most: 20 }),
    });
    expect(couldBeAnother('a', withheld(['a', 'b']))).toBe(true);
    expect(couldBeAnother('a', withheld(['a']))).toBe(false);
  });
});

/** A table of two rows and three columns, with its totals. */
function tableOf(cells: readonly number[]): Sums {
  const at = (row: number, column: number) => cells[3 * row + column] ?? 0;
  const values: Record<string, number> = { all: cells.reduce((sum, value) => sum + value, 0) };
  const relations: Relation[] = [];
  for (const row of [0, 1]) {
    for (const column of [0, 1, 2]) values[`r${row}${column}`] = at(row, column);
    values[`row${row}`] = at(row, 0) + at(row, 1) + at(row, 2);
    relations.push({ whole: `row${row}`, parts: [0, 1, 2].map((column) => `r${row}${column}`) });
  }
  for (const column of [0, 1, 2]) {
    values[`column${column}`] = at(0, column) + at(1, column);
    relations.push({ whole: `column${column}`, parts: [`r0${column}`, `r1${column}`] });
  }
  relations.push({ whole: 'all', parts: ['row0', 'row1'] });
  relations.push({ whole: 'all', parts: ['column0', 'column1', 'column2'] });
  return sums(values, relations);
}

/** Every value that each number could have, by trying all tables that agree with what is told. */
function possibleValues(table: Sums, hidden: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
  const inside = [...table.values.keys()].filter((key) => /^r\d\d$/.test(key));
  const possible = new Map([...table.values.keys()].map((key) => [key, new Set<number>()]));
  const rangeOf = (key: string): readonly number[] => {
    const value = table.values.get(key) ?? 0;
    if (!hidden.has(key)) return [value];
    return value < 5 ? [1, 2, 3, 4] : [5, 6, 7, 8, 9, 10];
  };
  const tryAll = (cells: readonly number[]): void => {
    const next = inside[cells.length];
    if (next !== undefined) for (const value of rangeOf(next)) tryAll([...cells, value]);
    else {
      const other = tableOf(cells).values;
      const agrees = [...table.values].every(([key, value]) => hidden.has(key) || other.get(key) === value);
      if (agrees) for (const [key, value] of other) possible.get(key)?.add(value);
    }
  };
  tryAll([]);
  return possible;
}
