import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphExecutor } from '../../platform/server/executor';
import type { Caller } from './caller';
import { withTimeLimit } from './time-limit';

/** What a door asks one part as its caller, of what is no part of the graph: nobody but a door can ask it. */
export interface InternalQuestion {
  readonly part: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Asks a part as a caller, who meets the part’s own checks and the database’s. Null where no answer came: what was asked may have
 * been done all the same.
 */
export async function askInternally(
  {
    executors,
    timeoutMillis,
  }: { readonly executors: ReadonlyMap<string, SubgraphExecutor>; readonly timeoutMillis: number },
  { part, document: query, variables }: InternalQuestion,
  { vouch, requestId, signal: caller }: Pick<Caller, 'vouch' | 'requestId' | 'signal'>,
): Promise<FormattedExecutionResult | null> {
  const question = { query, variables, operationName: null };
  const identityToken = await vouch({ part, ...question });
  const asking = withTimeLimit({ timeoutMillis, caller }, async (signal) =>
    executors.get(part)?.execute({ ...question, identityToken, requestId, signal }),
  );
  return (await asking.catch(() => undefined)) ?? null;
}
