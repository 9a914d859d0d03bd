import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import type { RefusalBook } from '../../audit/refusal-book';
import { type Caller, callerOf } from '../caller';
import { type CaseFields, type DecidedOperation, withDecisions } from '../case-fields';
import { openIn } from '../open-in';
import { askedBy } from './asked-fields';

/**
 * Gives nothing of a complaint's people where its part does not say that the case is open to the caller: by a path of its own,
 * beside what the part and its database keep back. What they gave none of needs no refusal, and is noted as one all the same:
 * somebody asked for people of a case that is closed to them.
 */
export function closedCases(caseFields: CaseFields, book: Pick<RefusalBook, 'note'>): GatewayPlugin {
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
          if (Symbol.asyncIterator in result || !result.data) return;
          const { data, errors, isClosed } = openIn(result.data, decided.decisions);
          if (isClosed && errors.length === 0) noteClosed(book, callerOf(args.contextValue));
          setResult(withErrors({ ...result, data }, errors));
        },
      };
    },
  };
}

function noteClosed(book: Pick<RefusalBook, 'note'>, caller: Caller): void {
  const { subject: actor, role } = caller.identity;
  const { requestId } = caller;
  book.note({ actor, role, code: 'CASE_CLOSED', asked: askedBy(caller), requestId });
}

const withErrors = (result: ExecutionResult, errors: readonly GraphQLError[]): ExecutionResult =>
  errors.length === 0 ? result : { ...result, errors: [...(result.errors ?? []), ...errors] };
