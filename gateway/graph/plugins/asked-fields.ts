import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { callerOf } from '../caller';
import { rootFields } from './root-fields';

/** Tells whoever follows a request what it asks of the graph: names that stand in the schema, and nothing that the caller wrote. */
export function askedFields(): GatewayPlugin {
  return {
    onExecute({ args: { contextValue, document, operationName, variableValues: variables } }) {
      callerOf(contextValue).noteAsked?.(rootFields({ document, operationName, variables }));
    },
  };
}
