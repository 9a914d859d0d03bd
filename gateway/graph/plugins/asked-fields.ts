import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { RefusalBook } from '../../audit/refusal-book';
import { type Caller, callerOf } from '../caller';
import { type Operation, operationTypeOf, rootFields, rootsById } from './root-fields';

/** What each request asks of the graph: names that stand in the schema, and nothing that the caller wrote. */
const asked = new WeakMap<Caller, readonly string[]>();

/** The questions of a caller's request, once it is executed; none before. */
export const askedBy = (caller: Caller): readonly string[] => asked.get(caller) ?? [];

/**
 * Knows what a request asks, tells whoever follows it, and has it noted where somebody asked by an id for something that there
 * is not, or that is not theirs: the answer is the same.
 */
export function askedFields(book: Pick<RefusalBook, 'note'>): GatewayPlugin {
  return {
    onExecute({ args: { contextValue, document, operationName, variableValues: variables } }) {
      const caller = callerOf(contextValue);
      const operation: Operation = { document, operationName, variables };
      const fields = rootFields(operation);
      asked.set(caller, fields);
      caller.noteAsked?.(fields);
      if (caller.isTold === true) return undefined;
      const byId = operationTypeOf(operation) === 'query' ? rootsById(operation) : [];
      if (byId.length === 0) return undefined;
      return {
        onExecuteDone({ result }) {
          if (Symbol.asyncIterator in result || !result.data) return;
          const { data, errors = [] } = result;
          const failed = new Set(errors.map(({ path }) => path?.[0]));
          const missing = byId.filter(({ key }) => data[key] === null && !failed.has(key));
          if (missing.length === 0) return;
          const { identity, requestId } = caller;
          note(book, { identity, requestId, fields: missing.map(({ name }) => name) });
        },
      };
    },
  };
}

function note(
  book: Pick<RefusalBook, 'note'>,
  {
    identity,
    requestId,
    fields,
  }: Pick<Caller, 'identity' | 'requestId'> & { readonly fields: readonly string[] },
): void {
  const { subject: actor, role } = identity;
  book.note({ actor, role, code: 'NOT_FOUND', asked: fields, requestId });
}
