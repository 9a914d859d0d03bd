import { together } from './together';

describe('resolvers together', () => {
  it('have all types and fields, and of a field that several have the last one’s', () => {
    const [first, last] = [() => 1, () => 2];
    expect(together({ Query: { a: first, b: first } }, { Query: { b: last }, Other: { c: last } })).toEqual({
      Query: { a: first, b: last },
      Other: { c: last },
    });
  });
});
