import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { executeSync, getOperationAST } from 'graphql';
import { OF_THE_SCHEMA } from './introspection-alone';
import { namesAtRoot, type Operation } from './root-fields';

/**
 * Answers what is asked about the schema from the one that questions are held against. The planner would answer it itself, of the
 * whole graph, whatever a contract hides.
 */
export function toldSchema(): GatewayPlugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args;
      if (!asksOfTheSchema({ document, operationName })) return;
      setResultAndStopExecution(executeSync({ schema, document, operationName, variableValues }));
    },
  };
}

/** Through fragments too: behind one the planner finds it as well. */
function asksOfTheSchema({ document, operationName }: Operation): boolean {
  const operation = getOperationAST(document, operationName);
  return (
    operation != null && namesAtRoot(operation.selectionSet, document).some((name) => OF_THE_SCHEMA.has(name))
  );
}
