import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What of a schema an operation uses: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field` and `Enum.VALUE`. */
export function usedParts(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const info = new TypeInfo(schema);
  const used = new Set<string>();
  const fieldOf = (): string => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        used.add(fieldOf());
        const type = info.getType();
        if (type) used.add(getNamedType(type).name);
      },
      Argument: ({ name }) => void used.add(`${fieldOf()}(${name.value}:)`),
      ObjectField: ({ name }) => void used.add(`${nameOf(info.getParentInputType())}.${name.value}`),
      EnumValue: ({ value }) => void used.add(`${nameOf(info.getInputType())}.${value}`),
      NamedType: ({ name }) => void used.add(name.value),
      VariableDefinition({ type }) {
        const found = typeFromAST(schema, type.kind === Kind.NON_NULL_TYPE ? type.type : type);
        if (isInputType(found)) addWhole(found, used);
      },
    }),
  );
  return used;
}

const nameOf = (type: GraphQLInputType | null | undefined): string =>
  type ? getNamedType(type).name : 'unknown';

/** What a variable may hold is known to whoever fills it: all of its type counts as used. */
function addWhole(given: GraphQLInputType, used: Set<string>): void {
  const type = getNamedType(given);
  if (used.has(`${type.name} as a variable`)) return;
  used.add(`${type.name} as a variable`);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) {
      used.add(`${type.name}.${field.name}`);
      addWhole(field.type, used);
    }
  if ('getValues' in type) for (const { name } of type.getValues()) used.add(`${type.name}.${name}`);
}
