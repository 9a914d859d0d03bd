import fc from 'fast-check';
import { share, sum } from './counts';

const count = fc.option(fc.nat({ max: 1_000_000 }), { nil: null });

describe('a sum of counts', () => {
  it('is of those that were recorded, and null where none was', () => {
    expect(sum([1, null, 2])).toBe(3);
    expect(sum([null, null])).toBeNull();
    expect(sum([])).toBeNull();
    expect(sum([0, null])).toBe(0);
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.array(count), (counts) => expect(sum([...counts].reverse())).toBe(sum(counts))));
  });
});

describe('a share', () => {
  it('is null where a part is not known, and where there is nothing to divide by', () => {
    expect(share(1, 4)).toBe(0.25);
    expect(share(null, 4)).toBeNull();
    expect(share(1, null)).toBeNull();
    expect(share(0, 0)).toBeNull();
  });
});
