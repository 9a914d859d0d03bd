import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';

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

/**
 * No subscription is asked as questions are: to the planner it would be one that none of the guards of questions looks at. Those
 * who subscribe are told by questions that are asked again (`../../live/`).
 */
export const asksNoSubscription: ValidationRule = function asksNoSubscription(context) {
  return {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.SUBSCRIPTION || !context.getSchema().getSubscriptionType())
        return;
      const message = 'A subscription is answered with server-sent events: send `Accept: text/event-stream`.';
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
};
