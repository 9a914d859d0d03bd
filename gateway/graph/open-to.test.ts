import { type FieldDefinitionNode, Kind, parse } from 'graphql';
import { withRoles } from './open-to';

function described(field: string): string | undefined {
  const [query] = withRoles(parse(`type Query { ${field} }`)).definitions;
  const fields: readonly FieldDefinitionNode[] =
    query?.kind === Kind.OBJECT_TYPE_DEFINITION ? (query.fields ?? []) : [];
  return fields[0]?.description?.value;
}

describe('a field that a scope guards', () => {
  it.each([
    ['"Runs." a: Int @requiresScopes(scopes: [["imports"]])', 'Runs.\n\nOpen to the role `admin`.'],
    ['a: Int @requiresScopes(scopes: [["accounts"]])', 'Open to the roles `manager` and `officer`.'],
    [
      '"Runs." a: Int @requiresScopes(scopes: [["imports"], ["quarantine-counts"]])',
      'Runs.\n\nOpen to the roles `analyst`, `officer` and `admin`.',
    ],
    ['a: Int @requiresScopes(scopes: [["imports", "accounts"]])', 'Open to no role.'],
    ['a: Int @requiresScopes(scopes: [["nothing"]])', 'Open to no role.'],
  ])('says who may ask: %s', (field, words) => {
    expect(described(field)).toBe(words);
  });

  it('is told from one that none guards, of which nothing is said', () => {
    expect(described('"Names." a: Int @shareable')).toBe('Names.');
    expect(described('a: Int')).toBeUndefined();
  });

  it.each([
    ['a: Int! @requiresScopes(scopes: [["imports"]])', 'a is guarded and never null'],
    ['a: [Int]! @requiresScopes(scopes: [["imports"]])', 'a is guarded and never null'],
  ])('may be null, so that a refusal costs nothing else: %s', (field, reason) => {
    expect(() => described(field)).toThrow(reason);
  });

  it('is guarded itself, not its type', () => {
    for (const type of [
      'type A @requiresScopes(scopes: []) { a: Int }',
      'enum A @requiresScopes(scopes: []) { B }',
    ])
      expect(() => withRoles(parse(type))).toThrow('guards fields');
  });
});
