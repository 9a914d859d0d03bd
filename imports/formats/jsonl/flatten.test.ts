import fc from 'fast-check';
import { flatten } from './flatten';

describe('a record as cells', () => {
  it('has each value under its path, as text', () => {
    const record = { a: 'x', b: { c: 1.5, d: [true, { e: null }, ['y']] }, f: [], g: {}, h: '' };
    expect(flatten(record)).toEqual({
      a: 'x',
      'b.c': '1.5',
      'b.d[0]': 'true',
      'b.d[1].e': '',
      'b.d[2][0]': 'y',
      f: '[]',
      g: '{}',
      h: '',
    });
    expect(flatten({})).toEqual({});
  });

  it('quotes a key that could be taken for a path, or for something else', () => {
    const record = JSON.parse('{"a.b":1,"c[0]":2,"(line)":3,"__proto__":4,"":5,"größe":6,"d":{"e f":7}}');
    expect(flatten(record)).toEqual({
      '["a.b"]': '1',
      '["c[0]"]': '2',
      '["(line)"]': '3',
      '["__proto__"]': '4',
      '[""]': '5',
      größe: '6',
      'd["e f"]': '7',
    });
  });

  it('loses no value and takes no two for one, whatever its keys', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4, withNullPrototype: false }), (object) => {
        const record = JSON.parse(JSON.stringify(object));
        expect(Object.keys(flatten(record) ?? {})).toHaveLength(leavesOf(record));
      }),
    );
  });

  it('is none of what is too deep or too much to mean anything', () => {
    const deep = (levels: number): object => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(flatten(deep(16))).not.toBeNull();
    expect(flatten(deep(17))).toBeNull();
    expect(flatten(deep(100_000))).toBeNull();
    expect(flatten({ list: Array.from({ length: 2_000 }, () => 1) })).not.toBeNull();
    expect(flatten({ list: Array.from({ length: 2_001 }, () => 1) })).toBeNull();
  });
});

const leavesOf = (value: unknown, isRoot = true): number => {
  if (typeof value !== 'object' || value === null) return 1;
  const members = Object.values(value);
  if (members.length === 0) return isRoot ? 0 : 1;
  return members.reduce<number>((sum, member) => sum + leavesOf(member, false), 0);
};
