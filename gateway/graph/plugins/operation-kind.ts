import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * An operation's kind needs a root type. graphql's own rules let an operation through whose root type is missing
 * (hidden by a contract, say), and the planner would have it done.
 */
export const operationHasRootType: ValidationRule = function operationHasRootType(context) {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: node }));
    },
  };
};
