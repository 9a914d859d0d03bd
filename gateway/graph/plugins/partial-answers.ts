import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Operation, rootKeys } from './root-fields';

/**
 * Parts that are down leave nulls behind, and one error each; the rest of the answer stands. The planner alone gives
 * an error for each request that failed, and when every root field failed no data at all.
 */
export function partialAnswers(): GatewayPlugin {
  return {
    onExecute({ args }) {
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || !isIncomplete(result)) return;
          // As it was asked in the end: another plugin may have put another document in its place.
          const { document, operationName, variableValues } = args;
          setResult(mended({ document, operationName, variables: variableValues }, result));
        },
      };
    },
  };
}

/** A subgraph failed, or nothing was asked for in the end (@skip), for which the planner has no data either. */
const isIncomplete = ({ data, errors = [] }: ExecutionResult): boolean =>
  errors.length === 0 ? data === undefined : errors.some(isOfSubgraph);

function mended(operation: Operation, { data, errors = [] }: ExecutionResult): ExecutionResult {
  return {
    data: data ?? Object.fromEntries(rootKeys(operation).map((key) => [key, null])),
    ...(errors.length === 0 ? {} : { errors: oneForEachPart(errors) }),
  };
}

const isAsyncIterable = (result: object): result is AsyncIterable<unknown> => Symbol.asyncIterator in result;

function oneForEachPart(errors: readonly GraphQLError[]): GraphQLError[] {
  const down = new Set<unknown>();
  return errors.filter(({ extensions: { code, subgraph } }) => {
    if (code !== 'SUBGRAPH_UNAVAILABLE') return true;
    const first = !down.has(subgraph);
    down.add(subgraph);
    return first;
  });
}

const isOfSubgraph = ({ extensions }: GraphQLError): boolean => 'subgraph' in extensions;
