import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { refusalOf, type Scopes, scopesOf } from '../identity/guard';
import type { Identity } from '../identity/identity';
import { opensByRole } from '../identity/roles';
import { forbidden } from './errors';
import type { OperationContext } from './subgraph';

/**
 * Has a part refuse by itself each field that a scope guards in its schema, before the field is resolved and in the gateway's
 * words: whoever asks a part past the gateway's own check meets this one. Changes the resolvers of guarded fields alone.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) guard(field, guardsOf(type, field.name));
  }
  return schema;
}

/** The guards of a field of a type, and of the interfaces that it implements. */
function guardsOf(type: GraphQLObjectType, field: string): readonly Scopes[] {
  return [type, ...type.getInterfaces()].flatMap((each) => {
    const node = each.getFields()[field]?.astNode;
    const scopes = node ? scopesOf(node) : null;
    return scopes === null ? [] : [scopes];
  });
}

function guard(field: GraphQLField<unknown, OperationContext>, guards: readonly Scopes[]): void {
  if (guards.length === 0) return;
  const { name, resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    const message = refusalOf(name, { guards, held: heldBy(context.identity) });
    if (message !== null) throw forbidden(message);
    return resolve(source, args, context, info);
  };
}

/** What the gateway vouches for, as far as the role and what was signed in with open it: neither alone is enough. */
function heldBy({ scopes, role, ...narrowing }: Identity): readonly string[] {
  const opened: readonly string[] = opensByRole(role, narrowing);
  return scopes.filter((scope) => opened.includes(scope));
}
