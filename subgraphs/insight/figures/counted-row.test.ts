import { COUNT_NAMES, COUNTS } from './catalogue/measure-catalogue';
import { countedRow } from './counted-row';
import { dimensionsOf, NO_DIMENSION } from './question';

describe('a row of what was counted', () => {
  it('has 0 of every count that was not asked for', () => {
    const row = countedRow(NO_DIMENSION);
    const counts = COUNT_NAMES.map((name) => [COUNTS[name].figure, row[COUNTS[name].figure]]);
    expect(counts.filter(([, count]) => count !== 0)).toEqual([]);
  });

  it('keeps each count and each dimension that was read', () => {
    const counts = Object.fromEntries(COUNT_NAMES.map((name, place) => [COUNTS[name].figure, place + 1]));
    const dimensions = Object.fromEntries(Object.keys(NO_DIMENSION).map((name) => [name, name]));
    const read = { ...NO_DIMENSION, ...dimensions, ...counts };
    expect(countedRow(read)).toEqual(read);
    expect(dimensionsOf(countedRow(read))).toEqual(dimensions);
  });

  it('leaves what it was made from as it is', () => {
    const read = { ...NO_DIMENSION, received: 2 };
    expect(countedRow(read)).not.toBe(read);
    expect(read).toEqual({ ...NO_DIMENSION, received: 2 });
  });
});
