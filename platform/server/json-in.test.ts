import { jsonIn } from './json-in';

describe('a text from outside', () => {
  it.each([
    ['{"a":[1]}', { a: [1] }],
    ['null', null],
    [' "a" ', 'a'],
  ])('is read where it is JSON: %s', (text, value) => {
    expect(jsonIn(text)).toEqual(value);
  });

  it.each(['', '{', 'undefined', '{"a":1}{'])('is nothing where it is none: %j', (text) => {
    expect(jsonIn(text)).toBeUndefined();
  });
});
