import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import type { Costs } from '../costs';
import { operationCost } from '../operation-cost';

/**
 * The dashboard, the dearest that the product asks itself, costs some 1,300; a page of 200 complaints with their stages and
 * cases 800. Sixty `measures` by six dimensions, or 4,000 rows of lists, are more than any page needs.
 */
const MAX_COST = 7_500;

/** Refuses an operation that would cost too much to answer, before anybody is asked. */
export function costLimit(costs: Costs): GatewayPlugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const cost = operationCost({ document, operationName, variables: variableValues }, { schema, costs });
      if (cost <= MAX_COST) return;
      const message = `This operation costs ${cost}, and ${MAX_COST} is the most: a row of a list counts 1 for each object in it, as many times as \`first\` says; a \`measures\` 40, and 20 for each dimension. Ask for smaller pages, one page after the other, or for fewer figures at a time.`;
      const extensions = {
        code: 'GRAPHQL_VALIDATION_FAILED',
        http: { status: 400 },
      };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
