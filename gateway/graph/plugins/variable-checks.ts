import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, type GraphQLSchema, getOperationAST, getVariableValues } from 'graphql';
import type { Operation } from './root-fields';

/**
 * What a request gives beside its text has to fit it: the name of the operation, and the variables. To the planner each
 * would be a fault of ours; they are the request's.
 */
export function variableChecks(): GatewayPlugin {
  return {
    onParse({ context: { params } }) {
      return ({ result }) => {
        if (result === null || result instanceof Error || getOperationAST(result, params.operationName))
          return;
        // Thrown, not given as the parser's own error: that one would be kept for the text, whatever is asked of it.
        throw badInput('Say by `operationName` which of its operations is asked for.');
      };
    },
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const errors = misfits(schema, { document, operationName, variables: variableValues });
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
  };
}

function misfits(schema: GraphQLSchema, { document, operationName, variables }: Operation): GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables ?? {});
  return errors.map(({ message }) => badInput(message));
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
