import type { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { DocumentNode } from 'graphql';
import { laterApart } from './later-apart';

type Handler = typeof unifiedGraphHandler;

/**
 * The runtime joins the answers to a field that is selected twice, and puts one list behind the other unless the later selection
 * stands in a fragment. So every later one is given a fragment of its own: a list has as many entries as there are, however often
 * it is selected.
 */
export function askedOnce(handle: Handler): Handler {
  return async (options) => {
    const { executor, ...handled } = await handle(options);
    if (executor === undefined) throw new Error('The planner gives no way to execute what it planned');
    // Plans are kept by document, so each has one copy.
    const copies = new WeakMap<DocumentNode, DocumentNode>();
    return {
      ...handled,
      executor: (request) => {
        const document = copies.get(request.document) ?? laterApart(request.document);
        copies.set(request.document, document);
        return executor({ ...request, document });
      },
    };
  };
}
