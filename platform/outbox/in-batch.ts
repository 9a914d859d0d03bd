import { onAccountOf } from '../tracing/current';
import { inSpan } from '../tracing/span';
import { newTrace, readTraceParent, type TraceContext, writeTraceParent } from '../tracing/trace-context';
import { TRACE_SETTING } from '../transaction/scope';
import type { Transaction } from '../transaction/transaction';
import type { PlacedEvent } from './outbox';

/** More traces than these are not named: a load's events come from one, and a rebuild's from all that ever were. */
const MOST_TRACES = 16;

/** Where a batch is applied. */
interface Batch {
  readonly transaction: Transaction;
  readonly part: string;
  readonly applying: { readonly follower: { readonly name: string }; readonly source: string };
}

/**
 * Applies a batch of events on the account of whoever brought them about: where all of them came from one trace, the batch is a part of
 * it, and so is what the follower publishes; where they came from several, it follows from these.
 */
export async function inBatch<Result>(
  { transaction, part, applying: { follower, source } }: Batch,
  events: readonly PlacedEvent[],
  apply: () => Promise<Result>,
): Promise<Result> {
  const traces = tracesOf(events);
  if (traces.length === 0) return apply();
  const [only] = traces;
  const isOne = traces.length === 1 && only !== undefined;
  const parent = isOne ? only : newTrace();
  const attributes = { part, follower: follower.name, source, events: events.length };
  const span = { name: 'batch', attributes, follows: isOne ? [] : traces } as const;
  return onAccountOf({ trace: parent, requestId: null }, () =>
    inSpan(span, async () => {
      await transaction.query('select set_config($1, $2, true)', [TRACE_SETTING, writeTraceParent(parent)]);
      return apply();
    }),
  );
}

/** The traces that events came from, each once. */
function tracesOf(events: readonly PlacedEvent[]): readonly TraceContext[] {
  const named = new Set(events.flatMap(({ trace }) => (trace ? [trace] : [])));
  return [...named].slice(0, MOST_TRACES).flatMap((header) => readTraceParent(header) ?? []);
}
