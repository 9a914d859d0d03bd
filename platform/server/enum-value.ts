import { type GraphQLSchema, isEnumType } from 'graphql';

/** Whether a text is a value of one of the schema's enums, so that code need not list them again. */
export function isEnumValue<Value extends string>(
  schema: GraphQLSchema,
  enumName: string,
  text: string | null | undefined,
): text is Value {
  const type = schema.getType(enumName);
  return text != null && isEnumType(type) && type.getValue(text) !== undefined;
}
