import fc from 'fast-check';
import { type Json, readJson } from './json';

const valueIn = (text: string): Json => {
  const read = readJson(text, 100);
  if (read.kind !== 'value') throw new Error(read.kind);
  return read.value;
};

/** The same value as `JSON.parse` would give it. */
function parsed(value: Json): unknown {
  if (value === null || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(parsed);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, parsed(member)]));
}

/** With numbers and truths as text. */
const written = (value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(written);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, written(member)]));
};

describe('JSON', () => {
  it('is read as the platform reads it, but for what is written', () => {
    const spaces = fc.constantFrom(undefined, 1, '\t', '\r\n ');
    fc.assert(
      fc.property(fc.jsonValue(), spaces, (value, space) => {
        const text = ` ${JSON.stringify(value, null, space)}\n`;
        expect(parsed(valueIn(text))).toEqual(written(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every digit of a number, however many it has', () => {
    const digits = fc.stringMatching(/^-?[1-9][0-9]{0,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?$/);
    fc.assert(
      fc.property(digits, (number) => {
        expect(valueIn(`[${number}, {"a" :${number}}]`)).toEqual([number, { a: number }]);
      }),
    );
  });

  it.each([
    ['"a\\"b\\\\"', 'a"b\\'],
    ['"\\u00e9\\n\\ud83d\\ude00"', 'é\n😀'],
    ['"\\\\"', '\\'],
    ['""', ''],
    ['[]', []],
    ['[[],[ ]]', [[], []]],
    ['true', 'true'],
    ['[null,false]', [null, 'false']],
  ])('%s is read', (text, value) => {
    expect(valueIn(text)).toEqual(value);
  });

  it.each([
    '',
    '{',
    '{"a":1,}',
    '[1,]',
    '01',
    'nul',
    '"a',
    '{"a" 1}',
    '{a:1}',
    '"\t"',
    '1 2',
    'NaN',
    "{'a':1}",
  ])('is not what is none: %j', (text) => {
    expect(readJson(text, 100)).toEqual({ kind: 'notJson' });
  });

  it('with a key twice in one object says which, and the first of several', () => {
    const twice = (text: string) => readJson(text, 100);
    expect(twice('{"a":1,"b":2,"a":1}')).toEqual({ kind: 'keyTwice', path: 'a' });
    expect(twice('{"s":[{"a":1},{"b":{"c":1,"\\u0063":2}}],"s":1}')).toEqual({
      kind: 'keyTwice',
      path: 's[1].b.c',
    });
    expect(twice('{"__proto__":1,"__proto__":2}')).toEqual({ kind: 'keyTwice', path: '__proto__' });
    expect(twice('{"a":{"a":1},"b":[{"a":1},{"a":1}],"toString":1}').kind).toBe('value');
  });

  it('that is nested deeper than is asked for is not gone into', () => {
    expect(readJson('[[[1]]]', 3).kind).toBe('value');
    expect(readJson('[[[[1]]]]', 3).kind).toBe('tooDeep');
    expect(readJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 16).kind).toBe('tooDeep');
    expect(readJson('['.repeat(100_000), 16).kind).toBe('notJson');
  });
});
