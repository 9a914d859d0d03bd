import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLField, isObjectType } from 'graphql';
import { scopesOf } from '../../platform/identity/guard';
import type { Identity } from '../../platform/identity/identity';
import { identityOf, ROLES, rolesWith } from '../../platform/identity/roles';
import { guardFields } from '../../platform/server/guard-fields';
import type { OperationContext } from '../../platform/server/subgraph';
import { readTypeDefinitions } from '../../platform/server/type-definitions';
import { subgraphNames } from '../../subgraphs/registry';

const schemaDirectory = path.join(__dirname, '../../schema');
type Field = GraphQLField<unknown, OperationContext>;

/** The fields of a part that a scope guards, by type and name, each resolving to a word when it is let through. */
function guardedFields(name: string): [string, Field][] {
  const schema = buildSubgraphSchema([{ typeDefs: readTypeDefinitions({ schemaDirectory, name }) }]);
  const found: [string, Field][] = [];
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(type.getFields()))
        if (field.astNode && scopesOf(field.astNode)) {
          field.resolve = () => 'let through';
          found.push([`${type.name}.${field.name}`, field]);
        }
  guardFields(schema);
  return found;
}

function askedBy(field: Field, identity: Identity | null): unknown {
  try {
    return field.resolve?.({}, {}, { identity } as OperationContext, {} as never);
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
}

const all = subgraphNames().flatMap((name) =>
  guardedFields(name).map(([place, field]) => [`${name}: ${place}`, field] as const),
);

describe('a field that a scope guards', () => {
  it('is found in every part that has one', () => expect(all.length).toBeGreaterThan(60));

  it.each(all)('is refused by its part to every role without the scope, and to every key: %s', (_, field) => {
    const open = rolesWith(scopesOf(field.astNode ?? {}) ?? []);
    const nobody = { subject: 'x', streams: [], services: [], partner: null };
    for (const role of ROLES) {
      const expected = open.includes(role) ? 'let through' : 'FORBIDDEN';
      expect([role, askedBy(field, identityOf({ ...nobody, role }))]).toEqual([role, expected]);
      expect(askedBy(field, { ...nobody, role, scopes: [] })).toBe('FORBIDDEN');
    }
  });
});
