import fc from 'fast-check';
import { hasUniqueMembers } from './unique-members';

describe('members of JSON', () => {
  it.each([
    '{"role":"analyst","role":"admin"}',
    '{"role":"analyst","\\u0072ole":"admin"}',
    '{"a":{"b":1,"b" : 2}}',
    '{"a":[{"b":1},{"b":1,"c":{},"b":1}]}',
    '{"a":"{","b":1,"a":2}',
    '{"__proto__":1,"__proto__":2}',
  ])('are found to be there twice: %s', (json) => {
    expect(hasUniqueMembers(json)).toBe(false);
  });

  it.each([
    '{"a":1,"b":{"a":2}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"a\\":","b":"a"}',
    '{"":0}',
    '"a"',
    '{"A":1,"a":2}',
  ])('are found to be there once: %s', (json) => {
    expect(hasUniqueMembers(json)).toBe(true);
  });

  it('are unique in whatever was written from an object', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => hasUniqueMembers(JSON.stringify(value))));
  });
});
