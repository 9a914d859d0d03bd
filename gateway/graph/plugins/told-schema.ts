import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { executeSync, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { OF_THE_SCHEMA } from './introspection-alone';
import { fragmentsIn, type Operation } from './root-fields';

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
  const fragments = fragmentsIn(document);
  const spread = new Set<string>();
  const holds = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return OF_THE_SCHEMA.has(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return holds(selection.selectionSet);
      const fragment = spread.has(selection.name.value) ? undefined : fragments.get(selection.name.value);
      spread.add(selection.name.value);
      return fragment !== undefined && holds(fragment.selectionSet);
    });
  const operation = getOperationAST(document, operationName);
  return operation != null && holds(operation.selectionSet);
}
