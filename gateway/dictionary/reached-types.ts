import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** All types that a question can come to, by name, in the order of their names: answers, and what is given with a question. */
export function reachedTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const reached = new Set<GraphQLNamedType>();
  const query = schema.getQueryType();
  const waiting: GraphQLNamedType[] = query ? [query] : [];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    waiting.push(...leadsTo(type, schema));
  }
  return [...reached].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function leadsTo(type: GraphQLNamedType, schema: GraphQLSchema): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    ...Object.values(type.getFields()).flatMap((field) => [
      getNamedType(field.type),
      ...field.args.map((argument) => getNamedType(argument.type)),
    ]),
    ...(isInterfaceType(type) ? schema.getPossibleTypes(type) : []),
  ];
}
