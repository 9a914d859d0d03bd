import { givenOnce } from './renamed';

const asked = (value: string | null | undefined, old: string | null | undefined) => {
  try {
    return givenOnce({ name: 'id', value, before: { name: 'run', value: old } });
  } catch (error) {
    return error;
  }
};

describe('an argument that has a new name beside its old one', () => {
  it.each([
    ['7', undefined],
    [undefined, '7'],
    ['7', null],
    [null, '7'],
  ])('is read under either: %j, %j', (value, old) => {
    expect(asked(value, old)).toBe('7');
  });

  it.each([
    [undefined, undefined, '`id` is missing.'],
    [null, null, '`id` is missing.'],
    ['7', '7', '`run` is the old name of `id`: give `id` alone.'],
    ['7', '8', '`run` is the old name of `id`: give `id` alone.'],
  ])('is refused unless it is given once: %j, %j', (value, old, message) => {
    expect(asked(value, old)).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('may be empty: that is told by what reads it', () => {
    expect(asked('', undefined)).toBe('');
  });
});
