import { Kind, parse, print, visit } from 'graphql';

/** A schema without one of its fields, or of the values of an enum: `Type.member`. Throws where it has no such thing. */
export function without(schema: string, part: string): string {
  const [owner, member] = part.split('.');
  let isFound = false;
  const left = visit(parse(schema, { noLocation: true }), {
    enter(node, _key, _parent, _path, ancestors) {
      const isMember = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.ENUM_VALUE_DEFINITION;
      const type = ancestors.findLast((each) => 'kind' in each && each.kind.endsWith('TypeDefinition'));
      if (!isMember || node.name.value !== member || !type || !('name' in type)) return undefined;
      if (type.name?.value !== owner) return undefined;
      isFound = true;
      return null;
    },
  });
  if (!isFound) throw new Error(`There is no ${part} to take out`);
  return print(left);
}
