import { AsyncLocalStorage } from 'node:async_hooks';
import { type TraceContext, writeTraceParent } from './trace-context';

/** On whose account something happens: a request, or what followed from it. */
export interface Current {
  readonly trace: TraceContext;
  /** The request's id; null of what follows from events. */
  readonly requestId: string | null;
}

const storage = new AsyncLocalStorage<Current>();

/** Does `work`, and all that it begins, on this account. */
export const onAccountOf = <Result>(current: Current, work: () => Result): Result =>
  storage.run(current, work);

/** Does `work`, and all that it begins, on nobody's account: what a request sets going for all. */
export const onNobodysAccount = <Result>(work: () => Result): Result => storage.exit(work);

/** On whose account this happens; null of what nobody asked for, such as a look at the clock. */
export const current = (): Current | null => storage.getStore() ?? null;

/** The header for the next part; none where this is on nobody's account. */
export function traceParent(): string | null {
  const trace = storage.getStore()?.trace;
  return trace === undefined ? null : writeTraceParent(trace);
}

/** What each line of a log says of it. */
export function loggedOfCurrent(): { readonly traceId?: string; readonly requestId?: string } {
  const now = storage.getStore();
  if (now === undefined) return {};
  const { trace, requestId } = now;
  return { traceId: trace.traceId, ...(requestId === null ? {} : { requestId }) };
}
