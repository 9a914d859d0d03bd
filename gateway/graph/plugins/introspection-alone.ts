import { GraphQLError, Kind, type ValidationRule } from 'graphql';

/** The questions that are about the schema. */
export const OF_THE_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);

/** The planner answers a question about the schema by itself, and null to whatever is asked beside it. */
export const introspectionIsAlone: ValidationRule = function introspectionIsAlone(context) {
  return {
    Document({ definitions }) {
      const fields = definitions
        .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
        .flatMap(({ selectionSet }) => selectionSet.selections);
      const names = fields.map((field) => (field.kind === Kind.FIELD ? field.name.value : field.kind));
      const others = names.filter((name) => !OF_THE_SCHEMA.has(name) && name !== '__typename');
      if (others.length === names.length || others.length === 0) return;
      context.reportError(
        new GraphQLError('Ask about the schema (__schema, __type) in a request of its own.', {
          nodes: fields,
        }),
      );
    },
  };
};
