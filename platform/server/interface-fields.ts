import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { Resolvers } from './subgraph';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives every object type the field resolvers of the interfaces that it implements; the type's own come first. A
 * subgraph that adds a field to every complaint writes it once, and a further kind of complaint needs nothing.
 */
export function withInterfaceFields(typeDefs: DocumentNode, resolvers: Resolvers): Resolvers {
  const result: Record<string, unknown> = { ...resolvers };
  for (const definition of typeDefs.definitions) {
    if (!isObjectType(definition)) continue;
    const type = definition.name.value;
    const inherited: Fields = Object.assign(
      {},
      ...(definition.interfaces ?? []).map(({ name }) => declaredOnly(definition, resolvers[name.value])),
    );
    if (Object.keys(inherited).length > 0) result[type] = { ...inherited, ...fieldsOf(result[type]) };
  }
  return result;
}

const isObjectType = (node: { kind: string }): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

/** How an interface resolves its type (`__resolveType`) is not a field. */
function declaredOnly(
  { fields = [] }: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
  resolvers: unknown,
): Fields {
  const declared = new Set(fields.map(({ name }) => name.value));
  return Object.fromEntries(Object.entries(fieldsOf(resolvers)).filter(([name]) => declared.has(name)));
}

const fieldsOf = (resolvers: unknown): Fields =>
  typeof resolvers === 'object' && resolvers !== null ? { ...resolvers } : {};
