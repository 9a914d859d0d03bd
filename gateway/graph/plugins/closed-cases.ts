import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { type CaseFields, type DecidedOperation, withDecisions } from '../case-fields';
import { openIn } from '../open-in';

/**
 * Gives nothing of a complaint's people where its part does not say that the case is open to the caller: by a path of its own,
 * beside what the part and its database keep back. What they gave none of needs no refusal.
 */
export function closedCases(caseFields: CaseFields): GatewayPlugin {
  const known = new WeakMap<DocumentNode, DecidedOperation>();
  return {
    onExecute({ args }) {
      const { document, schema } = args;
      const decided = known.get(document) ?? withDecisions(document, { schema, caseFields });
      known.set(document, decided);
      if (decided.decisions.size === 0) return undefined;
      args.document = decided.document;
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result)) setResult(decidedIn(result, decided.decisions));
        },
      };
    },
  };
}

function decidedIn(result: ExecutionResult, decisions: DecidedOperation['decisions']): ExecutionResult {
  if (!result.data) return result;
  const { data, errors } = openIn(result.data, decisions);
  return errors.length === 0
    ? { ...result, data }
    : { ...result, data, errors: [...(result.errors ?? []), ...errors] };
}
