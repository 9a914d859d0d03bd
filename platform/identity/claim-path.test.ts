import fc from 'fast-check';
import { claimAt } from './claim-path';

describe('a path into a token', () => {
  it.each([
    ['role', { role: 'analyst' }, 'analyst'],
    ['realm_access.roles', { realm_access: { roles: ['a'] } }, ['a']],
    ['https://council/claims.role', { 'https://council/claims': { role: 'a' } }, 'a'],
    ['https://claims.council.example/role', { 'https://claims.council.example/role': 'a' }, 'a'],
    [
      'https://claims.council.example/role.name',
      { 'https://claims.council.example/role': { name: 'a' } },
      'a',
    ],
    ['a.b', { 'a.b': 'whole', a: { b: 'part' } }, 'whole'],
    ['a.b.c', { 'a.b': { d: 'other' }, a: { 'b.c': 'found' } }, 'found'],
    ['a', { a: null }, null],
    ['a', { a: '' }, ''],
    ['a', { a: false }, false],
  ])('%s finds what stands there', (path, claims, found) => {
    expect(claimAt(claims, path)).toEqual(found);
  });

  it.each([
    ['role', {}],
    ['role', { Role: 'a' }],
    ['a.b', { a: 'b' }],
    ['a.0', { a: ['b'] }],
    ['a.length', { a: 'text' }],
    ['a.', { a: { b: 1 } }],
    ['.a', { a: 1 }],
    ['constructor', {}],
    ['__proto__', {}],
    ['a.constructor.name', { a: {} }],
    ['', { a: 1 }],
  ])('%j finds nothing where nothing stands', (path, claims) => {
    expect(claimAt(claims, path)).toBeUndefined();
  });

  it('finds whatever was put there, whatever else a token holds', () => {
    const name = fc.stringMatching(/^[a-z:/_-]{1,8}(?:\.[a-z]{1,4})?$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.object(), (names, others) => {
        const value = Symbol('value');
        const inside = names.slice(1).reduceRight<unknown>((inner, each) => ({ [each]: inner }), value);
        const [first = ''] = names;
        // A name of the others that is longer may hold the same path; what stands there under the whole name is no fault.
        const clean = Object.fromEntries(
          Object.entries(others).filter(([other]) => !other.startsWith(first.split('.')[0] ?? '')),
        );
        expect(claimAt({ ...clean, [first]: inside }, names.join('.'))).toBe(value);
      }),
    );
  });
});
