import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { callerOf } from '../caller';
import type { GuardedFields } from '../guarded-fields';
import { type LeaveOut, type LeftOut, leaveOut, type OpenOperation } from '../leave-out';
import { tellRefusals } from '../tell-refusals';
import { allKeys, type Operation, operationTypeOf, rootKeys } from './root-fields';

const FORBIDDEN_STATUS = 403;

/**
 * What a caller's role may not ask for is null, with an error for each place, and the rest is answered. A mutation is
 * refused as a whole, before anything is done: who may not read what came of it would not know what they did.
 */
export function closedFields(guarded: GuardedFields): GatewayPlugin {
  const open = rememberingLeaveOut();
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, operationName, variableValues: variables } = args;
      const { scopes } = callerOf(args.contextValue).identity;
      const { document, refusals } = open(args.document, { schema, guarded, scopes });
      if (refusals.size === 0) return undefined;
      const operation = { document, operationName, variables };
      if (operationTypeOf(operation) !== OperationTypeNode.QUERY) {
        const errors = refusedIn(operation, refusals);
        if (errors.length > 0) setResultAndStopExecution({ errors });
        return undefined;
      }
      const keys = rootKeys(operation);
      if (keys.every((key) => refusals.has(key))) {
        // Nobody need be asked for nothing.
        const data = Object.fromEntries(keys.map((key) => [key, null]));
        setResultAndStopExecution(withRefusals({ data }, refusals));
        return undefined;
      }
      args.document = document;
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result)) setResult(withRefusals(result, refusals));
        },
      };
    },
  };
}

function withRefusals(result: ExecutionResult, refusals: OpenOperation['refusals']): ExecutionResult {
  if (!result.data) return result;
  const { data, errors } = tellRefusals(result.data, refusals);
  if (errors.length === 0) return result;
  return { ...result, data, errors: [...(result.errors ?? []), ...errors] };
}

function refusedIn(operation: Operation, refusals: ReadonlyMap<string, LeftOut>): GraphQLError[] {
  return allKeys(operation).flatMap((key) => {
    const message = refusals.get(key)?.message;
    const extensions = { code: 'FORBIDDEN', http: { status: FORBIDDEN_STATUS } };
    return message === undefined ? [] : [new GraphQLError(message, { extensions })];
  });
}

/** The same document for callers of the same scopes, so that its plan is found again; kept as long as the document is. */
function rememberingLeaveOut(): typeof leaveOut {
  const known = new WeakMap<DocumentNode, Map<string, OpenOperation>>();
  return (document: DocumentNode, options: LeaveOut) => {
    const byScopes = known.get(document) ?? new Map<string, OpenOperation>();
    known.set(document, byScopes);
    const scopes = options.scopes.join();
    const open = byScopes.get(scopes) ?? leaveOut(document, options);
    byScopes.set(scopes, open);
    return open;
  };
}
