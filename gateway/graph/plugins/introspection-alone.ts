import { type ASTVisitor, type DocumentNode, GraphQLError, Kind, type ValidationRule } from 'graphql';
import { namesAtRoot } from './root-fields';

/** The questions that are about the schema. */
export const OF_THE_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * The planner answers a question about the schema by itself, and null to whatever is asked beside it; behind a fragment it takes it
 * for a question to a part, and fails. All operations of a document are looked at: which of them is meant is not known yet.
 */
export const introspectionIsAlone: ValidationRule = function introspectionIsAlone(context): ASTVisitor {
  return {
    Document(document) {
      const names = rootNamesIn(document);
      const others = names.filter((name) => !OF_THE_SCHEMA.has(name) && name !== '__typename');
      if (others.length === names.length || others.length === 0) return;
      const nodes = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      context.reportError(
        new GraphQLError('Ask about the schema (__schema, __type) in a request of its own.', { nodes }),
      );
    },
  };
};

/** The fields at the root of all operations of a document, through fragments. */
const rootNamesIn = (document: DocumentNode): string[] =>
  document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ selectionSet }) => namesAtRoot(selectionSet, document));
